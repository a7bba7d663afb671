package io.github.orgswitcher.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.management.DomainEffects.Effect;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Source;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one who manages an organization is told of a domain. */
class ManagedDomainTest {

    private static final Effect OPEN = new Effect(null, JoinMode.SUGGEST);
    private static final JoinPolicy ASKING = new JoinPolicy(PolicyValues.NONE, PolicyValues.NONE);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "acme.example,   CLAIM,       API,       acme.example,     true,  true",
                "acme.example,   CLAIM,       API,       lab.acme.example, false, true",
                "acme.example,   CLAIM,       API,       -,                false, true",
                "acme.example,   AFFILIATION, API,       acme.example,     false, false",
                "acme.example,   REALM,       API,       acme.example,     false, false",
                "acme.example,   CLAIM,       ATTRIBUTE, acme.example,     false, false",
                "*.acme.example, CLAIM,       API,       acme.example,     false, false"
            })
    void mailProvesAClaimToOneDomain(
            String domain, Backing backing, Source source, @Nullable String own, boolean affiliated, boolean mailable) {
        ManagedDomain managed =
                ManagedDomain.of(domain(domain, source, backing), OPEN, ASKING, Optional.ofNullable(own));

        assertThat(managed.affiliated()).isEqualTo(affiliated);
        assertThat(managed.mailable()).isEqualTo(mailable);
        assertThat(managed.changeable()).isEqualTo(source == Source.API);
    }

    @Test
    void mailProvesNothingWhereAttributesJoinPeopleUnasked() {
        JoinPolicy unasking = new JoinPolicy(
                PolicyValues.NONE.with(PolicySettings.JOIN_MODE, Optional.of(JoinMode.AUTOMATIC)), PolicyValues.NONE);
        ManagedDomain managed = ManagedDomain.of(
                domain("acme.example", Source.API, Backing.CLAIM), OPEN, unasking, Optional.of("acme.example"));

        assertThat(managed.affiliated()).isFalse();
        assertThat(managed.mailable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                        -",
                "DOMAIN_NEEDS_PROOF,       DOMAIN_NEEDS_PROOF",
                "DOMAIN_PROVEN_BY_ANOTHER, DOMAIN_NEEDS_PROOF"
            })
    void othersProofIsNotTold(@Nullable Verdict verdict, @Nullable Verdict told) {
        ManagedDomain managed = ManagedDomain.of(
                domain("acme.example", Source.API, Backing.CLAIM),
                new Effect(verdict, JoinMode.SUGGEST),
                ASKING,
                Optional.empty());

        assertThat(managed.closed()).isEqualTo(told);
    }

    private static AllowedDomain domain(String name, Source source, Backing backing) {
        return AllowedDomain.added("1", name, source, Instant.EPOCH, null).backedBy(backing);
    }
}
