package io.github.orgswitcher.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * ICU is the oracle. {@code mvn test -Dtest=LookAlikesTest -Dlook-alikes.update} writes the list anew with the ICU of the
 * build.
 */
class LookAlikesTest {

    private static final Path LIST = Path.of("src/main/resources/io/github/orgswitcher/name/look-alikes.txt");
    /** Java 17 takes no younger character for a character. */
    private static final VersionInfo OLDEST_JAVA = VersionInfo.UNICODE_13_0;

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

    @Test
    void hasAllThatUnicodeTakesForAscii() throws IOException {
        String generated = IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(c -> UCharacter.getAge(c).compareTo(OLDEST_JAVA) <= 0)
                .mapToObj(Character::toString)
                .filter(c -> Flaw.of(c).isEmpty() && c.equals(Normalizer.normalize(c, Form.NFKC)))
                .filter(c -> isAscii(CHECKER.getSkeleton(c)))
                .filter(c -> !LookAlikes.ofKept(c).equals(LookAlikes.ofKept(CHECKER.getSkeleton(c))))
                .collect(Collectors.groupingBy(CHECKER::getSkeleton, TreeMap::new, Collectors.joining()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        if (System.getProperty("look-alikes.update") != null) {
            Files.writeString(LIST, generated, StandardCharsets.UTF_8);
        }

        assertThat(Files.readString(LIST, StandardCharsets.UTF_8))
                .as("Write it anew: mvn test -Dtest=LookAlikesTest -Dlook-alikes.update")
                .isEqualTo(generated);
    }

    @ParameterizedTest
    @CsvSource({
        "Acme, aCME",
        "Acme, Асме",
        "Acme, АСМЕ",
        "ACME, асме",
        "Роса, Poca",
        "ВЕКТОР, Bektop",
        "Nokia, ΝΟΚΙΑ",
        "Acme Labs, Асме Labs",
        "Initech, lnitech",
        "Initech, 1nitech",
        "Globex, GIobex",
        "Globex, G1obex",
        "Globex, Gl0bex",
        "Acme, Acrne",
        "Mill, Rnill",
        "1nitech, Initech",
        "Wave, VVave",
        "Carol's Studio, Carol\u2019s Studio",
        "Acme-Labs, Acme\u2011Labs",
        "می\u200Cخواهم, میخواهم",
        "❤️ Care, ❤ Care",
    })
    void namesThatLookAlikeAreTakenWhicheverWasFirst(String one, String other) {
        assertThat(LookAlikes.ofNew(other)).contains(LookAlikes.ofKept(one));
        assertThat(LookAlikes.ofNew(one)).contains(LookAlikes.ofKept(other));
        assertThat(LookAlikes.beginnings(LookAlikes.ofNew(one))).anyMatch(other.toLowerCase(Locale.ROOT)::startsWith);
        assertThat(LookAlikes.beginnings(LookAlikes.ofNew(other))).anyMatch(one.toLowerCase(Locale.ROOT)::startsWith);
    }

    @Test
    void beginningIsAWholeCharacter() {
        assertThat(LookAlikes.beginnings(LookAlikes.ofNew("\uD83D\uDE80 Rockets")))
                .containsExactly("\uD83D\uDE80");
        assertThat(LookAlikes.beginnings(LookAlikes.ofNew("Mill")))
                .contains("m", "м", "μ", "rn")
                .doesNotContain("l");
    }

    @ParameterizedTest
    @CsvSource({
        "Acme, Acme\u3000",
        "Acme Labs, Acme\u3000Labs",
        "Acme, \uFF21\uFF43\uFF4D\uFF45",
        "Acme, \uD835\uDC00\uD835\uDC1C\uD835\uDC26\uD835\uDC1E",
        "ACME, \u13AA\u13DF\u13B7\u13AC",
        "Ace, A\u217De",
    })
    void rareLettersArePassedForOrdinaryOnesInVain(String kept, String name) {
        assertThat(LookAlikes.ofNew(TidyName.of(name))).contains(LookAlikes.ofKept(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "Müller, Muller",
        "Acme, Acmé",
        "Acme, Acme.",
        "Acme Labs, AcmeLabs",
        "Роса, Rosa",
        "Аврора, Aurora",
        "ООО Ромашка, ООО Ромашки",
        "株式会社みらい, 株式会社みらし",
        "שלום, שלוש",
        "Café 1, Café 2",
    })
    void namesThatAreReadDifferentlyAreNot(String one, String other) {
        assertThat(LookAlikes.ofNew(other)).doesNotContain(LookAlikes.ofKept(one));
        assertThat(LookAlikes.ofNew(one)).doesNotContain(LookAlikes.ofKept(other));
    }

    private static boolean isAscii(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
    }
}
