package io.github.orgswitcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands for a domain where one is asked for. */
class MeantDomainTest {

    @ParameterizedTest
    @CsvSource({
        "alice@acme.com, acme.com",
        "' Alice@ACME.com ', acme.com",
        "mailto:alice@acme.com, acme.com",
        "@acme.com, acme.com",
        "'\"Bob\" <bob@acme.com>', acme.com",
        "<bob@acme.com>, acme.com",
        "https://acme.com, acme.com",
        "https://www.acme.com/about?x=1#y, acme.com",
        "https://acme.com:8443/, acme.com",
        "HTTPS://user@acme.com/a@b, acme.com",
        "acme.com/about, acme.com",
        "www.acme.com/, acme.com",
        "anna@bücher.example, bücher.example",
    })
    void addressStandsForItsDomain(String text, String domain) {
        assertThat(MeantDomain.of(text)).contains(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "alice@",
                "a@b@acme.com",
                "alice@acme..com",
                "alice@*.acme.com",
                "https://",
                "https:///acme.com",
                "/acme.com",
                "https://192.0.2.1/",
                "acme.com",
                "*.acme.com",
                "acme com",
            })
    void anythingElseStandsForNone(String text) {
        assertThat(MeantDomain.of(text)).isEmpty();
    }

    @Test
    void refusalAsksBack() {
        RefusedDomainException meant = new RefusedDomainException(Refusal.MALFORMED, "alice@acme.com");
        assertThat(meant.messageKey()).isEqualTo("orgSwitcherDidYouMean");
        assertThat(meant.named()).isEqualTo("acme.com");
        assertThat(meant.domain()).isEqualTo("alice@acme.com");

        RefusedDomainException odd = new RefusedDomainException(Refusal.MALFORMED, "acme..com");
        assertThat(odd.messageKey()).isEqualTo("orgSwitcherDomainMalformed");
        assertThat(odd.named()).isEqualTo("acme..com");
        assertThat(new RefusedDomainException(Refusal.MALFORMED, " ").messageKey())
                .isEqualTo("orgSwitcherDomainMissing");
    }
}
