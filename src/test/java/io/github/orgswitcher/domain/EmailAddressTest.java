package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "' Alice@ACME.Example ',    alice@acme.example",
        "\u212Aim@acme.example,     kim@acme.example",
        "a@BÜCHER.example,          a@xn--bcher-kva.example",
        "a@bu\u0308cher.example,    a@xn--bcher-kva.example",
        "Boss@maßanfertigung.example, boss@xn--maanfertigung-cdb.example",
        "a@βόλος.example,           a@xn--nxasmm1c.example",
        "a@βόλοσ.example,           a@xn--nxasmq6b.example",
        "Jörg@xn--Bcher-KVA.example,  jörg@xn--bcher-kva.example",
    })
    void whatIsTypedHasOneSpelling(String typed, String text) {
        assertThat(EmailAddress.typed(typed)).map(EmailAddress::text).contains(text);
        assertThat(EmailAddress.typed(text))
                .as("read again")
                .isEqualTo(EmailAddress.typed(typed))
                .isEqualTo(EmailAddress.onRecord(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example", "a@b.example c@d.example"})
    void refusesWhatIsNotPlain(String text) {
        assertThat(EmailAddress.typed(text)).isEmpty();
        assertThat(EmailAddress.onRecord(text)).isEmpty();
    }

    @Test
    void nothingIsNoAddress() {
        assertThat(EmailAddress.typed(null)).isEmpty();
        assertThat(EmailAddress.onRecord(null)).isEmpty();
        assertThat(EmailAddress.onRecord(" a@acme.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@maßanfertigung.example",
                "a@STRAßE.example",
                "a@mail.maß.example",
                "a@acme.fußball",
                "a@βόλος.example",
                // The joiner, without which this is another name, is refused at once.
                "a@نامه\u200cای.example",
                // Letters that are younger than Unicode 3.2, which IDNA2003 ends at
                "a@\u2c61cme.example",
                "a@\u0500\u0524.example",
            })
    void onRecordNothingCountsThatIsReadInTwoWays(String text) {
        assertThat(EmailAddress.onRecord(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@acme.example",
                "A@Acme.Example",
                "a@bücher.example",
                "a@bu\u0308cher.example",
                "a@xn--strae-oqa.example",
                "a@правда.рф",
                "a@例え.テスト",
                "a@βόλοσ.example",
            })
    void onRecordEverythingCountsThatIsReadAlike(String text) {
        assertThat(EmailAddress.onRecord(text)).isPresent().isEqualTo(EmailAddress.typed(text));
    }

    @Test
    void hasEverySpellingThatIsReadAlike() {
        assertThat(spellings("a@acme.example")).containsExactly("a@acme.example");
        assertThat(spellings("a@bücher.example"))
                .containsExactly("a@xn--bcher-kva.example", "a@bücher.example", "a@bu\u0308cher.example");
        assertThat(spellings("a@правда.рф"))
                .containsExactly("a@xn--80aafi6cg.xn--p1ai", "a@xn--80aafi6cg.рф", "a@правда.xn--p1ai", "a@правда.рф");
        assertThat(spellings("a@maß.bücher.example"))
                .as("ß is read in another way on record")
                .allMatch(spelling -> spelling.startsWith("a@xn--ma-hia."))
                .hasSize(3);
    }

    @Test
    void spellingsAreAsManyAsCanBeLookedUp() {
        String labels = "ü.".repeat(25);

        assertThat(spellings("a@" + labels + "example"))
                .hasSizeBetween(2, 30)
                .startsWith("a@" + labels.replace("ü", "xn--tda") + "example");
    }

    @Test
    void isNotLongerThanAPath() {
        String local = "a".repeat(64);
        assertThat(EmailAddress.typed(local + "@" + "ü.".repeat(21) + "example"))
                .as("64 + 1 + 21 * 8 + 7")
                .isPresent();
        assertThat(EmailAddress.typed(local + "@" + "ü.".repeat(23) + "example"))
                .as("64 + 1 + 23 * 8 + 7 in A-labels")
                .isEmpty();
    }

    private static Stream<String> spellings(String text) {
        return EmailAddress.typed(text).orElseThrow().spellings().stream();
    }
}
