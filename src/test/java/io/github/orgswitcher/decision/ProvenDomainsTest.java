package io.github.orgswitcher.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvenDomainsTest {

    /** Proven by the organization itself, by another, and claimed by an administrator of the organization alone. */
    @ParameterizedTest
    @CsvSource({
        "PROTECT, ---, OPENS",
        "PROTECT, o--, OPENS",
        "PROTECT, -a-, PROVEN_BY_ANOTHER",
        "PROTECT, oa-, OPENS",
        "PROTECT, --c, NEEDS_PROOF",
        "PROTECT, o-c, OPENS",
        "PROTECT, -ac, PROVEN_BY_ANOTHER",
        "PROTECT, oac, OPENS",
        "ALWAYS,  ---, NEEDS_PROOF",
        "ALWAYS,  o--, OPENS",
        "ALWAYS,  -a-, NEEDS_PROOF",
        "ALWAYS,  oac, OPENS",
        "ALWAYS,  --c, NEEDS_PROOF",
        "OFF,     ---, OPENS",
        "OFF,     -a-, OPENS",
        "OFF,     -ac, OPENS",
    })
    void judges(ProvenDomains rule, String facts, DomainStatus expected) {
        assertThat(rule.judge(facts.contains("o"), facts.contains("a"), facts.contains("c")))
                .isEqualTo(expected);
    }
}
