package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.Distribution;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a running Keycloak makes of our texts in each language that its own themes have. */
class LanguagesIT extends SwitcherSuite {

    private static final Map<String, String> CHINESE = Map.of("zh_Hans", "zh_CN", "zh_Hant", "zh_TW");

    /** Languages that neither Keycloak nor we have. */
    private static final List<String> MISSING = List.of("bg", "he");

    @BeforeAll
    void speakAllOfThem() throws IOException {
        TreeSet<String> locales = new TreeSet<>(localesOf("login"));
        locales.addAll(MISSING);
        var realm = realm().resource().toRepresentation();
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(locales);
        realm.setDefaultLocale("en");
        realm.setAdminTheme("org-switcher");
        realm().resource().update(realm);
    }

    @Test
    void everyLanguageThatKeycloaksLoginHasTextsInIsOurs() throws IOException {
        try (FileSystem themes = themes();
                Stream<Path> files = Files.list(themes.getPath("theme/base/login/messages"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("messages_(\\w+)\\.properties", "$1"))
                            .map(locale -> CHINESE.getOrDefault(locale, locale)))
                    .containsExactlyInAnyOrderElementsOf(
                            SwitcherMessagesTest.locales().toList());
        }
    }

    @Test
    void pageSpeaksEachLanguageOfKeycloaksLogin() throws IOException {
        Page first = person("polly", "polly@acme.example").signIn(realm().app());
        SoftAssertions all = new SoftAssertions();

        for (String locale : localesOf("login")) {
            Page page = in(locale, first);
            Properties ours = SwitcherMessagesTest.messages(locale.replace('-', '_'));
            String direction = ours.getProperty("orgSwitcherDirection");
            all.assertThat(attributes(page, "html")).as(locale).containsExactly(locale, direction);
            all.assertThat(attributes(page, ".org-switcher")).as(locale).containsExactly(locale, direction);
            all.assertThat(attributes(page, "#kc-page-title [lang]")).as(locale).containsExactly(locale, direction);
            all.assertThat(page.element("#kc-page-title").text())
                    .as(locale)
                    .isEqualTo(ours.getProperty("orgSwitcherTitleFirst"));
            all.assertThat(page.element("#org-switcher-join-acme").text())
                    .as(locale)
                    .contains(ours.getProperty("orgSwitcherJoin"));
        }
        all.assertAll();
    }

    @Test
    void textsSayThatTheyAreEnglishWhereThePageIsInALanguageThatIsMissing() {
        Page first = person("marta", "marta@acme.example").signIn(realm().app());

        MISSING.forEach(locale -> {
            Page page = in(locale, first);
            assertThat(attributes(page, "html")).startsWith(locale);
            assertThat(attributes(page, ".org-switcher")).containsExactly("en", "ltr");
            assertThat(attributes(page, "#kc-page-title [lang]")).containsExactly("en", "ltr");
            assertThat(page.element("#org-switcher-join-acme").text()).contains("Join");
        });
    }

    @Test
    void consoleSpeaksEachLanguageOfKeycloaks() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (String locale : localesOf("admin")) {
            URI uri = URI.create(server().baseUri() + "/resources/" + realm().name() + "/admin/" + locale);
            Map<String, String> texts = new HashMap<>();
            for (JsonNode text :
                    Rest.send(HttpRequest.newBuilder(uri).GET().build()).json()) {
                texts.put(text.path("key").asText(), text.path("value").asText());
            }
            Properties ours = SwitcherMessagesTest.messages(locale.replace('-', '_'));
            for (String key : List.of("orgSwitcherTabTitle", "orgSwitcherTabPreview", "orgSwitcherJoin")) {
                all.assertThat(texts).as(locale).containsEntry(key, ours.getProperty(key));
            }
        }
        all.assertAll();
    }

    private static Page in(String locale, Page page) {
        return page.agent().open(URI.create(page.uri() + "&kc_locale=" + locale));
    }

    private static List<String> attributes(Page page, String selector) {
        var element = page.element(selector);
        return List.of(element.attr("lang"), element.attr("dir"));
    }

    private static List<String> localesOf(String type) throws IOException {
        Properties theme = new Properties();
        try (FileSystem themes = themes();
                var file = Files.newInputStream(themes.getPath("theme/base/" + type + "/theme.properties"))) {
            theme.load(file);
        }
        return new ArrayList<>(List.of(theme.getProperty("locales").split(",")));
    }

    private static FileSystem themes() throws IOException {
        try (Stream<Path> jars = Files.walk(Distribution.libraries())) {
            Path jar = jars.filter(file ->
                            file.getFileName().toString().matches("org\\.keycloak\\.keycloak-themes-\\d.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
            return FileSystems.newFileSystem(jar);
        }
    }
}
