package io.github.orgswitcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.passwordless.EmailSignInAuthenticatorFactory;
import io.github.orgswitcher.settings.SwitcherConfigProperties;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

/** Something reads each text; that all languages have the same ones is tested with the login pages'. */
class MessageKeysTest {

    private static final List<Path> ENGLISH = List.of(
            Path.of("src/main/resources/theme-resources/messages/messages_en.properties"),
            Path.of("themes/org-switcher/admin/messages/messages_en.properties"));
    private static final List<Path> READERS = List.of(
            Path.of("src/main/java"), Path.of("src/main/resources/theme-resources/templates"), Path.of("themes"));
    private static final Pattern KEY = Pattern.compile("\"(orgSwitcher\\w+)\"");
    /** What a script, or a reader of settings, puts a name behind. */
    private static final Pattern FAMILY = Pattern.compile("`(orgSwitcher\\w+_)\\$|\"(orgSwitcherSettingError)\" \\+");
    /** Keycloak looks for these, by the authenticator's id, when it lists the ways to sign in. */
    private static final Set<String> OF_KEYCLOAK = Set.of("email-sign-in-display-name", "email-sign-in-help-text");

    @Test
    void somethingReadsEachText() throws IOException {
        String readers = readers();
        Set<String> read = new HashSet<>(OF_KEYCLOAK);
        KEY.matcher(readers).results().map(match -> match.group(1)).forEach(read::add);
        settings()
                .flatMap(setting -> Stream.of(setting.getLabel(), setting.getHelpText()))
                .forEach(read::add);
        Set<String> families =
                FAMILY.matcher(readers).results().map(MessageKeysTest::family).collect(Collectors.toUnmodifiableSet());

        Predicate<String> isRead =
                key -> read.contains(key) || families.stream().anyMatch(key::startsWith);
        assertThat(families).isNotEmpty();
        assertThat(keys())
                .filteredOn(isRead.negate())
                .as("texts that nothing reads")
                .isEmpty();
    }

    private static String family(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static Stream<ProviderConfigProperty> settings() {
        return Stream.concat(
                SwitcherConfigProperties.all().stream(),
                new EmailSignInAuthenticatorFactory().getConfigProperties().stream());
    }

    private static Set<String> keys() throws IOException {
        Properties messages = new Properties();
        for (Path english : ENGLISH) {
            try (Reader file = Files.newBufferedReader(english)) {
                messages.load(file);
            }
        }
        return messages.stringPropertyNames();
    }

    private static String readers() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path root : READERS) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    text.append(Files.readString(file, UTF_8));
                }
            }
        }
        return text.toString();
    }
}
