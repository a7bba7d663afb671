package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatorConfigModel;

class EmailSignInConfigTest {

    @Test
    void isSafeWithNoSettings() {
        EmailSignInConfig config = EmailSignInConfig.of(null);

        assertThat(config.mailContent()).isEqualTo(MailContent.LINK_AND_CODE);
        assertThat(config.lifetimeSeconds()).isEqualTo(600);
        assertThat(config.lifetimeMinutes()).isEqualTo(10);
        assertThat(config.maxTries()).isEqualTo(5);
    }

    @Test
    void badValuesCountAsTheDefaults() {
        EmailSignInConfig config = of(Map.of(
                "mailContent", "PIGEON", "lifetimeSeconds", "-1", "maxTries", "many", "maxMailsPerAddress", "0"));

        assertThat(config).isEqualTo(EmailSignInConfig.of(null));
    }

    @Test
    void aMinuteThatHasBegunIsSaid() {
        assertThat(of(Map.of("lifetimeSeconds", "61")).lifetimeMinutes()).isEqualTo(2);
    }

    private static EmailSignInConfig of(Map<String, String> values) {
        AuthenticatorConfigModel model = new AuthenticatorConfigModel();
        model.setConfig(values);
        return EmailSignInConfig.of(model);
    }
}
