package io.github.orgswitcher.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.settings.SwitcherConfigProperties;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SwitcherMessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    /** Whole keys; {@code MessageKeysTest} has those that are put together. */
    private static final Pattern KEY = Pattern.compile("\"(orgSwitcher[A-Z]\\w*)\"(?!\\s*\\+)");

    /** The Admin Console fills these in itself, and its placeholders have double braces. */
    private static final String CONSOLE_ERROR = "orgSwitcherSettingError";

    private final Properties english = messages("en");

    /** Those of Keycloak's login theme, as files beside it are named. */
    private static final Set<String> KEYCLOAKS = Set.of(
            "ar az ca cs da de el en es eu fa fi fr hr hu hy id it ja ka kk ko ky lt lv nl no pl pt pt_BR ro ru sk sl sv th tr uk vi zh_CN zh_TW"
                    .split(" "));

    /** Pages, mails and REST have the first; the Admin Console alone, with its own theme, the second. */
    private static final List<String> ROOMS = List.of("theme-resources", "theme/org-switcher/admin");

    private static final Path TEMPLATES = Path.of("src/main/resources/theme-resources/templates");

    private static final String OF_THE_CONSOLE = "orgSwitcherTab";

    private static final Set<String> FROM_THE_RIGHT = Set.of("ar", "fa");

    private static final Pattern LOOSE_SIGN = Pattern.compile(
            "(?:^|[\\s«(])[*/@#._+-]+[A-Za-z]|[A-Za-z][*/@#_+-]+(?:[\\s»),]|$)|[A-Za-z0-9][.,:;/] [A-Za-z]|(?:https|mailto):(?![/\u200e])");

    private static final Pattern SPACED_JAPANESE = Pattern.compile("[ぁ-ヿ一-鿿、。「」（）：？] | [ぁ-ヿ一-鿿、。「」（）：？]");

    static Stream<String> localesFromTheRight() {
        return FROM_THE_RIGHT.stream();
    }

    static Stream<String> locales() {
        return KEYCLOAKS.stream().sorted();
    }

    @Test
    void everyLanguageOfKeycloaksLoginIsThere() throws IOException {
        for (String folder :
                List.of("src/main/resources/theme-resources/messages", "themes/org-switcher/admin/messages")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                assertThat(files.map(
                                file -> file.getFileName().toString().replaceAll("messages_(\\w+)\\.properties", "$1")))
                        .containsExactlyInAnyOrderElementsOf(KEYCLOAKS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("locales")
    void theConsolesOwnTextsAreInItsThemeAlone(String locale) {
        assertThat(messages(locale, ROOMS.get(0)).stringPropertyNames())
                .noneMatch(key -> key.startsWith(OF_THE_CONSOLE));
        assertThat(messages(locale, ROOMS.get(1)).stringPropertyNames())
                .isNotEmpty()
                .allMatch(key -> key.startsWith(OF_THE_CONSOLE));
    }

    @ParameterizedTest
    @MethodSource("locales")
    void everyLanguageHasTheSameKeysAndPlaceholders(String locale) {
        Properties translated = messages(locale);

        assertThat(translated.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        assertThat(translated.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(translated.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    @ParameterizedTest
    @MethodSource("locales")
    void everyLanguageSaysWhichItIs(String locale) {
        assertThat(messages(locale))
                .containsEntry("orgSwitcherLanguage", locale.replace('_', '-'))
                .containsEntry("orgSwitcherDirection", FROM_THE_RIGHT.contains(locale) ? "rtl" : "ltr");
    }

    @ParameterizedTest
    @MethodSource("locales")
    void everyTextSurvivesMessageFormat(String locale) {
        Properties messages = messages(locale);

        assertThat(messages.stringPropertyNames()).allSatisfy(key -> {
            String text = messages.getProperty(key);
            // Keycloak looks for the second kind, by an authenticator's id, when it lists the ways to sign in.
            assertThat(key).matches("orgSwitcher[A-Z].*|email-sign-in-.*");
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip()).doesNotContain("'", "...", "  ");
            if (!key.startsWith(CONSOLE_ERROR)) {
                assertThat(new MessageFormat(text).format(new Object[] {"{0}", "{1}"}))
                        .isEqualTo(text);
            }
        });
    }

    /** Among letters of the other direction a sign at the end of a word in Latin letters would go to its other end, and two such words change places. */
    @ParameterizedTest
    @MethodSource("localesFromTheRight")
    void signsStayWithLatinLetters(String locale) {
        Properties messages = messages(locale);

        assertThat(messages.stringPropertyNames())
                .filteredOn(key -> LOOSE_SIGN.matcher(messages.getProperty(key)).find())
                .isEmpty();
    }

    @Test
    void japaneseHasNoSpacesBesideItsOwnLetters() {
        Properties messages = messages("ja");

        assertThat(messages.stringPropertyNames())
                .filteredOn(key ->
                        SPACED_JAPANESE.matcher(messages.getProperty(key)).find())
                .isEmpty();
    }

    /** Names for those who hear the page have what others see in them (WCAG 2.2, 2.5.3). */
    @ParameterizedTest
    @MethodSource("locales")
    void everyNamedTextHasItsLabel(String locale) {
        Properties messages = messages(locale);

        assertThat(messages.stringPropertyNames())
                .filteredOn(key -> key.endsWith("Named") && messages.containsKey(key.replaceFirst("Named$", "")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(messages.getProperty(key))
                        .as(key)
                        .contains(messages.getProperty(key.replaceFirst("Named$", ""))));
    }

    @ParameterizedTest
    @MethodSource("locales")
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

    /** Pages, and mails with markup and without; not what they share, which names no key itself. */
    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("org-switcher-sentences.ftl"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyKeyOfATemplateHasAText(Path template) throws IOException {
        Set<String> used = KEY.matcher(Files.readString(template))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(used).isNotEmpty();
        assertThat(english.stringPropertyNames()).containsAll(used);
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }

    static Properties messages(String locale) {
        Properties messages = new Properties();
        ROOMS.forEach(room -> messages.putAll(messages(locale, room)));
        return messages;
    }

    private static Properties messages(String locale, String room) {
        Properties messages = new Properties();
        try {
            messages.load(new StringReader(resource(room + "/messages/messages_" + locale + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    static String read(String resource) {
        return resource("theme-resources/" + resource);
    }

    private static String resource(String path) {
        try (var file = SwitcherMessagesTest.class.getResourceAsStream("/" + path)) {
            return new String(Objects.requireNonNull(file, path).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
