package io.github.orgswitcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.passwordless.EmailSignInAuthenticatorFactory;
import io.github.orgswitcher.settings.SwitcherConfigProperties;
import io.github.orgswitcher.store.EnrollmentMethod;
import io.github.orgswitcher.store.Verification;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

/** Something reads each text, and each that is read is there; that all languages have the same ones is tested with the login pages'. */
class MessageKeysTest {

    private static final List<Path> ENGLISH = List.of(
            Path.of("src/main/resources/theme-resources/messages/messages_en.properties"),
            Path.of("themes/org-switcher/admin/messages/messages_en.properties"));
    private static final List<Path> READERS = List.of(
            Path.of("src/main/java"), Path.of("src/main/resources/theme-resources/templates"), Path.of("themes"));
    private static final Pattern KEY = Pattern.compile("\"(orgSwitcher\\w+)\"(?!\\s*\\+)");
    /** What a name is put behind, in a script or elsewhere. */
    private static final Pattern BEGINNING =
            Pattern.compile("`(orgSwitcher\\w+)(?=\\$)|\"(orgSwitcher\\w+)(?=\"\\s*\\+)");
    /** The names of values behind their beginnings. */
    private static final Map<String, Enum<?>[]> VALUES = Map.of(
            "orgSwitcherPolicyOption_joinMode_", JoinMode.values(),
            "orgSwitcherPolicyOption_signInKinds_", SignInKind.values(),
            "orgSwitcherTabMethod_", EnrollmentMethod.values(),
            "orgSwitcherTabStatus_", EnrollmentStatus.values(),
            "orgSwitcherTabVerification_", Verification.values());
    /** The names of an organization's settings behind them: {@code PolicySettingsTest} looks for those. */
    private static final Set<String> OF_POLICIES = Set.of(
            "orgSwitcherPolicy_",
            "orgSwitcherPolicyCheck_",
            "orgSwitcherPolicyOption_",
            "orgSwitcherTabOptionHelp_",
            "orgSwitcherTabSettingHelp_",
            "orgSwitcherTabSettingNone_");
    /** The names of a realm's settings behind them. */
    private static final Set<String> OF_SETTINGS = Set.of("orgSwitcherSetting", "orgSwitcherEmailSetting");
    /** What is no message: what a page calls its model, and an SPI itself. */
    private static final Set<String> OTHER_NAMES = Set.of(
            "orgSwitcherAccount",
            "orgSwitcherAccountUrl",
            "orgSwitcherElsewhere",
            "orgSwitcherJoinDecision",
            "orgSwitcherMails",
            "orgSwitcherPageLanguage",
            "orgSwitcherStore",
            "orgSwitcherTab",
            "orgSwitcherVerification",
            "orgSwitcherWaysOut");
    /** Keycloak looks for these, by the authenticator's id, when it lists the ways to sign in. */
    private static final Set<String> OF_KEYCLOAK = Set.of("email-sign-in-display-name", "email-sign-in-help-text");

    @Test
    void somethingReadsEachText() throws IOException {
        String readers = readers();
        Set<String> read = new HashSet<>(OF_KEYCLOAK);
        read.addAll(found(KEY, readers));
        settings()
                .flatMap(setting -> Stream.of(setting.getLabel(), setting.getHelpText()))
                .forEach(read::add);
        Set<String> families = new HashSet<>(found(BEGINNING, readers));
        families.removeAll(OF_SETTINGS);

        Predicate<String> isRead =
                key -> read.contains(key) || families.stream().anyMatch(key::startsWith);
        assertThat(families).isNotEmpty();
        assertThat(keys())
                .filteredOn(isRead.negate())
                .as("texts that nothing reads")
                .isEmpty();
    }

    @Test
    void eachKeyThatIsReadHasAText() throws IOException {
        Set<String> read = new HashSet<>(found(KEY, readers()));
        read.removeAll(OTHER_NAMES);

        assertThat(read).isNotEmpty();
        assertThat(keys()).containsAll(read);
    }

    /** A key that no reader has as a whole is nothing that could be looked for; so these beginnings are all that there are. */
    @Test
    void eachKeyThatIsPutTogetherHasAText() throws IOException {
        Set<String> known = Stream.of(VALUES.keySet(), OF_POLICIES, OF_SETTINGS)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());

        assertThat(found(BEGINNING, readers())).containsExactlyInAnyOrderElementsOf(known);
        VALUES.forEach((beginning, values) -> assertThat(keys())
                .containsAll(
                        Stream.of(values).map(value -> beginning + value.name()).toList()));
        assertThat(settings())
                .allSatisfy(setting -> assertThat(keys()).contains(setting.getLabel(), setting.getHelpText()));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match ->
                        match.group(match.groupCount()) == null ? match.group(1) : match.group(match.groupCount()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<ProviderConfigProperty> settings() {
        return Stream.concat(
                SwitcherConfigProperties.all().stream(),
                new EmailSignInAuthenticatorFactory().getConfigProperties().stream());
    }

    private static Set<String> keys() {
        Properties messages = new Properties();
        for (Path english : ENGLISH) {
            try (Reader file = Files.newBufferedReader(english)) {
                messages.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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
