package io.github.orgswitcher.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import jakarta.persistence.Column;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each setting has a property of its own in the row, by its name, as statements need it. */
class PolicyColumnsTest {

    @Test
    void eachSettingHasAColumn() throws NoSuchFieldException {
        assertThat(JoinPolicyEntity.COLUMNS).containsOnlyKeys(PolicySettings.ALL);
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            assertThat(JoinPolicyEntity.class.getDeclaredField(setting.field()).getAnnotation(Column.class))
                    .as(setting.field())
                    .isNotNull();
        }
    }

    @Test
    void eachSettingOfOneDomainHasAColumnThere() throws NoSuchFieldException {
        for (PolicySetting<?> setting : PolicySettings.OF_ONE_DOMAIN) {
            assertThat(AllowedDomainEntity.class
                            .getDeclaredField(setting.field())
                            .getAnnotation(Column.class))
                    .as(setting.field())
                    .isNotNull();
        }
    }

    @Test
    void noGroupsAtAllAreSaidAndNotLeftOut() {
        PolicyValues none = PolicyValues.NONE.with(PolicySettings.DEFAULT_GROUPS, Optional.of(List.of()));
        Object column = none.column(PolicySettings.DEFAULT_GROUPS);
        assertThat(column).asString().isNotEmpty();
        assertThat(AllowedDomainEntity.policy(null, (String) column)).isEqualTo(none);
    }
}
