package io.github.orgswitcher.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.verification.TxtAnswer.Unavailable;
import io.github.orgswitcher.verification.TxtAnswer.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TxtRecordTest {

    private static final TxtRecord RECORD = TxtRecord.of(new DomainPattern("acme.example"), "Token1");

    @ParameterizedTest
    @CsvSource({
        "acme.example, _org-switcher.acme.example",
        "*.acme.example, _org-switcher.acme.example",
        "*.xn--bcher-kva.example, _org-switcher.xn--bcher-kva.example"
    })
    void nameIsBelowTheDomainItself(String domain, String name) {
        assertThat(TxtRecord.of(new DomainPattern(domain), "Token1").name()).isEqualTo(name);
    }

    @Test
    void valueCarriesTheToken() {
        assertThat(RECORD.value()).isEqualTo("org-switcher-verification=Token1");
    }

    @Test
    void oneOfSeveralRecordsProves() {
        assertThat(in("org-switcher-verification=Other1", "v=spf1 -all", RECORD.value(), ""))
                .isEqualTo(LookupOutcome.FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Token1",
                "org-switcher-verification=",
                "org-switcher-verification=token1",
                "org-switcher-verification=Token",
                "org-switcher-verification=Token12",
                "org-switcher-verification=Token1 ",
                "\"org-switcher-verification=Token1\""
            })
    void everythingElseDoesNot(String value) {
        assertThat(in(value)).isEqualTo(LookupOutcome.OTHER_VALUE);
    }

    @Test
    void absenceIsToldApartFromNoAnswer() {
        assertThat(in()).isEqualTo(LookupOutcome.NOT_FOUND);
        assertThat(RECORD.in(new Unavailable("timeout"))).isEqualTo(LookupOutcome.UNAVAILABLE);
    }

    private static LookupOutcome in(String... values) {
        return RECORD.in(new Values(List.of(values)));
    }
}
