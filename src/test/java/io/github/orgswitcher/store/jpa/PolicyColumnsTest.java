package io.github.orgswitcher.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import jakarta.persistence.Column;
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
}
