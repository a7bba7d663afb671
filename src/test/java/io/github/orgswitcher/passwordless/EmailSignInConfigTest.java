package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.limits.Rate;
import io.github.orgswitcher.limits.Scope;
import io.github.orgswitcher.settings.MisreadSetting;
import io.github.orgswitcher.settings.SettingReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

class EmailSignInConfigTest {

    /** Other languages have what English has: {@code SwitcherMessagesTest}. */
    private static final Properties MESSAGES = english();

    @Test
    void isSafeWithNoSettings() {
        EmailSignInConfig config = of(Map.of());

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

    @ParameterizedTest
    @CsvSource({
        "mailContent, PIGEON, LINK",
        "mailContent, link_and_code, LINK",
        "lifetimeSeconds, 10m, 60",
        "lifetimeSeconds, -1, 60",
        "lifetimeSeconds, 0, 60",
        "lifetimeSeconds, 99999999999, 60",
        "maxTries, many, 1",
        "maxTries, 1.5, 1",
        "resendSeconds, 1s, 600",
        "maxMailsPerSession, unlimited, 1",
        "maxMailsPerAddress, 0, 1",
        "maxWrongCodesPerRealmDaily, -1, 1",
        "createUsers, no, false",
        "createUsers, off, false",
        "createUsers, yes, false",
        "createUsers, 1, false"
    })
    void badValueClosesAndIsNoted(String key, String value, String counts) {
        assertThat(misread(Map.of(key, value))).singleElement().satisfies(misread -> {
            assertThat(misread.key()).isEqualTo("browser > Email sign-in > " + key);
            assertThat(misread.value()).isEqualTo(value);
            assertThat(misread.counts()).isEqualTo(counts);
        });
        assertThat(of(Map.of(key, value))).isEqualTo(of(Map.of(key, counts)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CF-IPCountry", "cloudfront-viewer-country", "x_country", " X-Country "})
    void headerIsNamed(String name) {
        assertThat(of(Map.of("countryHeader", name)).countryHeader()).contains(name.strip());
        assertThat(misread(Map.of("countryHeader", name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CF-IPCountry:", "X Country", "X-Cöuntry", "X-Country\r\nX-Other", "X/Country", "\"X\"", "X,Y"})
    void whatNoHeaderCanBeNamedCountsForNothingAndIsNoted(String name) {
        assertThat(of(Map.of("countryHeader", name))).isEqualTo(of(Map.of()));
        assertThat(misread(Map.of("countryHeader", name))).singleElement().satisfies(misread -> {
            assertThat(misread.problem()).isEqualTo(MisreadSetting.Problem.HEADER);
            assertThat(misread.counts()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"createusers", "maxMailPerAddress", "keepUnverifiedAccess"})
    void nameThatThereIsNotIsNoted(String key) {
        assertThat(misread(Map.of(key, "false"))).singleElement().satisfies(misread -> {
            assertThat(misread.key()).isEqualTo("browser > Email sign-in > " + key);
            assertThat(misread.problem()).isEqualTo(MisreadSetting.Problem.UNKNOWN);
        });
    }

    @Test
    void settingsThatEveryStepHasAreNone() {
        assertThat(misread(Map.of("default.reference.value", "email", "default.reference.maxAge", "3600")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void blankCountsAsTheDefault(String blank) {
        Map<String, String> values = EmailSignInProperties.all().stream()
                .collect(Collectors.toMap(ProviderConfigProperty::getName, property -> blank));

        assertThat(of(values)).isEqualTo(of(Map.of()));
        assertThat(misread(values)).isEmpty();
    }

    @Test
    void valuesAreReadWhateverIsAroundThem() {
        assertThat(of(Map.of("createUsers", " FALSE ", "maxTries", " 3 ", "mailContent", "CODE ")))
                .isEqualTo(of(Map.of("createUsers", "false", "maxTries", "3", "mailContent", "CODE")));
        assertThat(misread(Map.of("createUsers", " FALSE ", "maxTries", " 3 ", "mailContent", "CODE ")))
                .isEmpty();
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
        return EmailSignInConfig.of(new SettingReader(values));
    }

    private static List<MisreadSetting> misread(Map<String, String> values) {
        AuthenticatorConfigModel model = new AuthenticatorConfigModel();
        model.setConfig(values);
        return EmailSignInConfig.misread("browser", model).toList();
    }
}
