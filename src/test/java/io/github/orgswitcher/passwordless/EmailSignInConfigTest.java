package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatorConfigModel;

class EmailSignInConfigTest {

    /** Other languages have what English has: {@code SwitcherMessagesTest}. */
    private static final Properties MESSAGES = english();

    @Test
    void isSafeWithNoSettings() {
        EmailSignInConfig config = EmailSignInConfig.of(null);

        assertThat(config.mailContent()).isEqualTo(MailContent.LINK_AND_CODE);
        assertThat(config.lifetimeSeconds()).isEqualTo(600);
        assertThat(config.lifetimeMinutes()).isEqualTo(10);
        assertThat(config.maxTries()).isEqualTo(5);
        assertThat(config.mails().of(Scope.ADDRESS)).isEqualTo(new Rate(5, 20));
        assertThat(config.wrongCodes().of(Scope.REALM)).isEqualTo(new Rate(200, 1_000));
    }

    @Test
    void limitsAreOfAScopeAndOfAnHourOrADay() {
        EmailSignInConfig config =
                of(Map.of("maxMailsPerAddress", "20", "maxMailsPerMailboxDaily", "7", "maxWrongCodesPerClient", "3"));

        assertThat(config.mails().of(Scope.ADDRESS)).isEqualTo(new Rate(20, 20));
        assertThat(config.mails().of(Scope.MAILBOX)).isEqualTo(new Rate(5, 7));
        assertThat(config.wrongCodes().of(Scope.CLIENT)).isEqualTo(new Rate(3, 100));
    }

    @Test
    void settingsAreLabelledInEveryLanguage() {
        assertThat(EmailSignInProperties.all())
                .allSatisfy(property -> assertThat(MESSAGES).containsKeys(property.getLabel(), property.getHelpText()));
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

    private static Properties english() {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(
                Path.of("src/main/resources/theme-resources/messages/messages_en.properties"))) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static EmailSignInConfig of(Map<String, String> values) {
        AuthenticatorConfigModel model = new AuthenticatorConfigModel();
        model.setConfig(values);
        return EmailSignInConfig.of(model);
    }
}
