package io.github.orgswitcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.SwitcherSettings.Show;
import io.github.orgswitcher.settings.CreationSettings.Creation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SwitcherConfigTest {

    /** The validation lets blanks pass; a restriction that it let pass must count. */
    @Test
    void blanksAroundValuesDoNotCount() {
        SwitcherConfig config = new SwitcherConfig(Map.of(
                SwitcherConfigProperties.SHOW, " ALWAYS ",
                SwitcherConfigProperties.MEMBERSHIP_REQUIRED, "true ",
                SwitcherConfigProperties.CREATION, "ROLE\n",
                SwitcherConfigProperties.CREATION_ROLE, " creator",
                SwitcherConfigProperties.MAX_CREATED_PER_USER, " 2 "));
        assertThat(config.settings().show()).isEqualTo(Show.ALWAYS);
        assertThat(config.settings().membershipRequired()).isTrue();
        assertThat(config.creation()).isEqualTo(new CreationSettings(Creation.ROLE, "creator", 2));
    }
}
