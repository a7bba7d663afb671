package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.IDNA;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One label is read in three ways: here, by UTS #46 (ICU is the oracle), and by the IDNA2003 of Keycloak's mail sender. Tried
 * with every code point there is, first, in the middle and last.
 */
class ThreeReadingsTest {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO);

    @Test
    void everyCodePointAmongLatinLetters() {
        assertThat(misread(IntStream.rangeClosed(0, Character.MAX_CODE_POINT), "ab"))
                .isEmpty();
    }

    /** Letters whose neighbours change them: sigma, right-to-left, voiced marks, composed syllables, joined consonants. */
    @ParameterizedTest
    @ValueSource(strings = {"βα", "אב", "かな", "가각", "कष"})
    void everyCharacterAmongLettersOf(String neighbours) {
        assertThat(misread(
                        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(ThreeReadingsTest::isCharacter),
                        neighbours))
                .isEmpty();
    }

    private static boolean isCharacter(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
            default -> !Character.isIdeographic(codePoint);
        };
    }

    private static List<String> misread(IntStream codePoints, String neighbours) {
        String before = neighbours.substring(0, 1);
        String after = neighbours.substring(1);
        return codePoints
                .parallel()
                .mapToObj(Character::toString)
                .flatMap(c -> List.of(c + neighbours, before + c + after, neighbours + c).stream())
                .filter(label -> !isRight(label))
                .map(label -> label
                        + label.codePoints().mapToObj(Integer::toHexString).toList())
                .toList();
    }

    private static boolean isRight(String label) {
        if (HostName.canonical(label).isEmpty()) {
            return true;
        }
        WrittenAddress address = WrittenAddress.of("a@" + label + ".example").orElseThrow();
        String reading = address.reading().text();
        return reading.equals("a@" + uts46(label) + ".example")
                && address.agreed() == reading.equals("a@" + idna2003(label) + ".example");
    }

    private static @Nullable String uts46(String name) {
        IDNA.Info info = new IDNA.Info();
        String result = UTS46.nameToASCII(name, new StringBuilder(), info).toString();
        return info.hasErrors() ? null : result;
    }

    private static @Nullable String idna2003(String name) {
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
