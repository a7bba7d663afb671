package io.github.orgswitcher.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.settings.SwitcherConfigProperties;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitcherMessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Pattern KEY = Pattern.compile("\"(orgSwitcher[A-Z]\\w*)\"");

    /** The Admin Console fills these in itself, and its placeholders have double braces. */
    private static final String CONSOLE_ERROR = "orgSwitcherSettingError";

    private final Properties english = messages("en");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "pt_BR", "ja"})
    void everyLanguageHasTheSameKeysAndPlaceholders(String locale) {
        Properties translated = messages(locale);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(translated.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(translated.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "pt_BR", "ja"})
    void everyTextSurvivesMessageFormat(String locale) {
        Properties messages = messages(locale);

        assertThat(messages.stringPropertyNames()).allSatisfy(key -> {
            String text = messages.getProperty(key);
            // Keycloak looks for the second kind, by an authenticator's id, when it lists the ways to sign in.
            assertThat(key).matches("orgSwitcher[A-Z].*|email-sign-in-.*");
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            if (!key.startsWith(CONSOLE_ERROR)) {
                assertThat(new MessageFormat(text).format(new Object[] {"{0}", "{1}"}))
                        .isEqualTo(text);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "pt_BR", "ja"})
    void everyTextOfTheConsoleAloneHasItsPlaceholders(String locale) {
        Properties messages = messages(locale);

        assertThat(messages.stringPropertyNames())
                .filteredOn(key -> key.startsWith(CONSOLE_ERROR))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(messages.getProperty(key).replaceAll("\\{\\{[123]}}", ""))
                        .doesNotContain("{", "}"));
    }

    @Test
    void everySettingHasALabelAndAHelpText() {
        assertThat(SwitcherConfigProperties.all()).allSatisfy(property -> {
            assertThat(english).containsKeys(property.getLabel(), property.getHelpText());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"org-switcher.ftl", "org-switcher-account.ftl", "passkey-offer.ftl"})
    void everyKeyOfThePageHasAText(String template) {
        Set<String> used = KEY.matcher(read("templates/" + template))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(used).isNotEmpty();
        assertThat(english.stringPropertyNames()).containsAll(used);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Properties messages(String locale) {
        Properties messages = new Properties();
        try {
            messages.load(new StringReader(read("messages/messages_" + locale + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    static String read(String resource) {
        try (var file = SwitcherMessagesTest.class.getResourceAsStream("/theme-resources/" + resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
