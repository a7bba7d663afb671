package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmailAddressTest {

    @Test
    void foldsBeforeItIsWrittenToOrLookedUp() {
        assertThat(EmailAddress.of(" Alice@ACME.Example "))
                .map(EmailAddress::text)
                .contains("alice@acme.example");
        assertThat(EmailAddress.of("\u212Aim@acme.example"))
                .map(EmailAddress::text)
                .contains("kim@acme.example");
    }

    @Test
    void spellingsOfADomainAreCountedAsOne() {
        String unicode = EmailAddress.of("a@bücher.example").orElseThrow().countedAs();
        String ascii = EmailAddress.of("a@xn--bcher-kva.example").orElseThrow().countedAs();

        assertThat(unicode).isEqualTo(ascii);
    }

    @Test
    void refusesWhatCouldBeReadInTwoWays() {
        assertThat(EmailAddress.of(null)).isEmpty();
        assertThat(EmailAddress.of("a@b.example\r\nBcc: c@d.example")).isEmpty();
        assertThat(EmailAddress.of("a@b.example,c@d.example")).isEmpty();
    }
}
