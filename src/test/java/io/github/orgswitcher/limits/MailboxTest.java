package io.github.orgswitcher.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {

    @ParameterizedTest
    @CsvSource({
        "vera@acme.example,            vera@acme.example,      true",
        "vera+1@acme.example,          vera@acme.example,      false",
        "vera+a+b@acme.example,        vera@acme.example,      false",
        "Vera+X@acme.example,          vera@acme.example,      false",
        "v.era@acme.example,           v.era@acme.example,     true",
        "+vera@acme.example,           +vera@acme.example,     true",
        "v.e.ra@gmail.com,             vera@gmail.com,         false",
        "vera@gmail.com,               vera@gmail.com,         true",
        "v.era+news@googlemail.com,    vera@gmail.com,         false",
        "vera@googlemail.com,          vera@gmail.com,         true",
        "vera@xn--mnchen-3ya.example,  vera@xn--mnchen-3ya.example, true",
    })
    void spellingsOfOneMailboxAreCountedTogether(String address, String name, boolean plain) {
        Mailbox mailbox = Mailbox.of(address);
        assertThat(mailbox.name()).isEqualTo(name);
        assertThat(mailbox.isPlain()).isEqualTo(plain);
    }

    @Test
    void addressesOfBothNamesOfGooglesAreOne() {
        assertThat(Mailbox.of("V.era@GoogleMail.com")).isEqualTo(Mailbox.of("v.era@gmail.com"));
        assertThat(Mailbox.of("vera@notgooglemail.com").address()).isEqualTo("vera@notgooglemail.com");
    }
}
