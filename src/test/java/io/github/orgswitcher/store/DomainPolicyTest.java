package io.github.orgswitcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.OwnWord;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainPolicyTest {

    /** The attributes go before REST, and what one says of the domain before what the same one says of the organization. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ATTRIBUTE, AUTOMATIC, -,        -,       AUTOMATIC, JOIN_MODE",
                "ATTRIBUTE, AUTOMATIC, DISABLED, -,       AUTOMATIC, JOIN_MODE",
                "ATTRIBUTE, AUTOMATIC, -,        REQUEST, AUTOMATIC, JOIN_MODE",
                "ATTRIBUTE, -,         DISABLED, REQUEST, DISABLED,  NONE",
                "ATTRIBUTE, -,         -,        REQUEST, REQUEST,   NONE",
                "API,       AUTOMATIC, -,        -,       AUTOMATIC, JOIN_MODE",
                "API,       AUTOMATIC, DISABLED, -,       DISABLED,  SOME",
                "API,       AUTOMATIC, -,        REQUEST, AUTOMATIC, JOIN_MODE",
                "API,       DISABLED,  -,        REQUEST, DISABLED,  JOIN_MODE",
                "API,       -,         -,        REQUEST, REQUEST,   NONE",
                "API,       -,         -,        -,       SUGGEST,   NONE"
            })
    void whatGoesBefore(
            Source source,
            @Nullable JoinMode domain,
            @Nullable JoinMode declared,
            @Nullable JoinMode api,
            JoinMode inForce,
            OwnWord word) {
        JoinPolicy organization = new JoinPolicy(mode(declared), mode(api));
        DomainPolicy policy = new DomainPolicy(source, mode(domain));

        assertThat(policy.over(organization).inForce().get(PolicySettings.JOIN_MODE))
                .isEqualTo(inForce);
        assertThat(policy.word(organization)).isEqualTo(word);
    }

    @Test
    void aDomainThatIsGoneSaysNothing() {
        JoinPolicy organization = new JoinPolicy(PolicyValues.NONE, mode(JoinMode.REQUEST));
        assertThat(DomainPolicy.NONE.over(organization)).isEqualTo(organization);
    }

    private static PolicyValues mode(@Nullable JoinMode mode) {
        return PolicyValues.NONE.with(PolicySettings.JOIN_MODE, Optional.ofNullable(mode));
    }
}
