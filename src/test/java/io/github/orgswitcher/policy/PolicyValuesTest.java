package io.github.orgswitcher.policy;

import static io.github.orgswitcher.policy.PolicySettings.DEFAULT_GROUPS;
import static io.github.orgswitcher.policy.PolicySettings.JOIN_MODE;
import static io.github.orgswitcher.policy.PolicySettings.MAX_MEMBERS;
import static io.github.orgswitcher.policy.PolicySettings.REQUIRE_VERIFIED_DOMAIN;
import static io.github.orgswitcher.policy.PolicySettings.SIGN_IN_KINDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.JoinMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyValuesTest {

    @Test
    void whereNothingIsSaidItIsWhatHoldsByItself() {
        assertThat(PolicyValues.NONE.get(JOIN_MODE)).isEqualTo(JoinMode.SUGGEST);
        assertThat(PolicyValues.NONE.get(SIGN_IN_KINDS)).isEmpty();
        assertThat(PolicyValues.NONE.inForce(MAX_MEMBERS)).isEmpty();
        assertThat(PolicyValues.NONE.get(DEFAULT_GROUPS)).isEmpty();
        assertThat(PolicyValues.NONE.get(REQUIRE_VERIFIED_DOMAIN)).isFalse();
        assertThat(PolicySettings.ALL)
                .allMatch(setting -> PolicyValues.NONE.find(setting).isEmpty());
    }

    @Test
    void whatIsTakenBackIsAsIfItHadNeverBeenSaid() {
        PolicyValues said = PolicyValues.NONE.with(MAX_MEMBERS, Optional.of(5));
        assertThat(said).isNotEqualTo(PolicyValues.NONE);
        assertThat(said.with(MAX_MEMBERS, Optional.empty())).isEqualTo(PolicyValues.NONE);
    }

    @Test
    void attributesGoBeforeTheRestAndHideNothingElse() {
        JoinPolicy policy = new JoinPolicy(
                PolicyValues.NONE.with(JOIN_MODE, Optional.of(JoinMode.REQUEST)),
                PolicyValues.NONE
                        .with(JOIN_MODE, Optional.of(JoinMode.AUTOMATIC))
                        .with(MAX_MEMBERS, Optional.of(5)));
        assertThat(policy.inForce().get(JOIN_MODE)).isEqualTo(JoinMode.REQUEST);
        assertThat(policy.inForce().find(MAX_MEMBERS)).contains(5);
        assertThat(policy.declares(JOIN_MODE)).isTrue();
        assertThat(policy.declares(MAX_MEMBERS)).isFalse();
    }

    @Test
    void anAllowedDomainMaySayItsOwnAndLeavesTheRestToTheOrganization() {
        PolicyValues organization = PolicyValues.NONE
                .with(JOIN_MODE, Optional.of(JoinMode.SUGGEST))
                .with(DEFAULT_GROUPS, Optional.of(List.of("/staff")))
                .with(MAX_MEMBERS, Optional.of(100));
        PolicyValues subsidiary = PolicyValues.NONE.with(JOIN_MODE, Optional.of(JoinMode.AUTOMATIC));
        PolicyValues contractors = PolicyValues.NONE
                .with(JOIN_MODE, Optional.of(JoinMode.REQUEST))
                .with(DEFAULT_GROUPS, Optional.of(List.of("/guests")));

        assertThat(subsidiary.orElse(organization).get(JOIN_MODE)).isEqualTo(JoinMode.AUTOMATIC);
        assertThat(subsidiary.orElse(organization).get(DEFAULT_GROUPS)).containsExactly("/staff");
        assertThat(contractors.orElse(organization).get(JOIN_MODE)).isEqualTo(JoinMode.REQUEST);
        assertThat(contractors.orElse(organization).get(DEFAULT_GROUPS)).containsExactly("/guests");
        assertThat(contractors.orElse(organization).find(MAX_MEMBERS)).contains(100);
        assertThat(PolicyValues.NONE.orElse(organization)).isEqualTo(organization);
    }
}
