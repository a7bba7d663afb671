package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.domain.IsolatedText;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mail says in which country it was asked for, where a proxy tells that. */
class AskingCountryIT extends EmailSignInSuite {

    private static final String TOLD = "email-country";
    private static final String MISREAD = "email-country-misread";
    private static final String HEADER = "CF-IPCountry";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @BeforeAll
    void addFlows() {
        useFlow(MISREAD, Map.of("countryHeader", HEADER + ":"));
        useFlow(TOLD, Map.of("countryHeader", HEADER));
        change(realm -> {
            realm.setInternationalizationEnabled(true);
            realm.setSupportedLocales(Set.of("en", "ar", "ja"));
            realm.setDefaultLocale("en");
        });
    }

    @AfterEach
    void backToTheHeader() {
        realm().bindBrowserFlow(TOLD);
    }

    @ParameterizedTest
    @CsvSource({"en, Germany, Asked for", "ar, ألمانيا, تاريخ الطلب", "ja, ドイツ, リクエスト"})
    void countryIsNamedInTheLanguageOfTheMail(String language, String country, String asked) {
        Mail mail = asked(throughProxy("DE"), language);

        Locale locale = Locale.forLanguageTag(language);
        String by = IsolatedText.in(locale, "Firefox, Linux") + " · " + IsolatedText.in(locale, country);
        assertThat(mail.text()).containsPattern(asked + ".* UTC\u2069? · " + by + "\\R");
        assertThat(mail.html()).containsPattern(asked + ".* UTC\u2069? · " + by + "<br>");
        assertThat(mail.subject())
                .contains(IsolatedText.in(locale, realm().name()))
                .containsPattern(language.equals("ar") ? "\u2068[0-9 ]+\u2069" : "[0-9]");
    }

    @Test
    void nameOfTheHeaderIsReadInAnyCase() {
        UserAgent browser = UserAgent.on(server());
        browser.tell("cf-ipcountry", "FR");
        assertThat(asked(browser, "en").text()).containsPattern("UTC · France\\R");
    }

    /** Whoever comes past the proxy may write what they want. */
    @Test
    void whatIsNoCountryIsNotSaid() {
        for (String forged :
                List.of("XX", "T1", "Call 555-1234", "<a href=\"https://evil.example\">DE</a>", "DE, FR", "")) {
            assertThat(asked(throughProxy(forged), "en").text()).as(forged).containsPattern("UTC · Firefox, Linux\\R");
        }
        assertThat(asked(throughProxy("FR", "DE"), "en").text())
                .as("one of them is not the proxy's")
                .containsPattern("UTC · Firefox, Linux\\R");
        assertThat(asked(throughProxy(), "en").text()).containsPattern("UTC · Firefox, Linux\\R");
    }

    @Test
    void nothingIsSaidWhereNoHeaderIsNamed() {
        realm().bindBrowserFlow(FLOW);
        assertThat(asked(throughProxy("DE"), "en").text()).containsPattern("UTC · Firefox, Linux\\R");
    }

    @Test
    void nameThatNoHeaderCanHaveCountsForNothingAndTheSetupSaysSo() {
        realm().bindBrowserFlow(MISREAD);
        assertThat(asked(throughProxy("DE"), "en").text()).containsPattern("UTC · Firefox, Linux\\R");

        JsonNode setup = realm().rest().get("org-switcher/setup").json();
        assertThat(setup.path("warnings")).anySatisfy(warning -> {
            assertThat(warning.path("code").asText()).isEqualTo("SETTING_IGNORED");
            assertThat(warning.path("params").path(0).asText()).isEqualTo(MISREAD + " > Email sign-in > countryHeader");
        });
        assertThat(setting(setup).path("value").asText()).isEmpty();
        assertThat(setting(setup).path("message").asText()).contains("“CF-IPCountry:”", "counts for nothing");

        realm().bindBrowserFlow(TOLD);
        JsonNode mended = setting(realm().rest().get("org-switcher/setup").json());
        assertThat(mended.path("value").asText()).isEqualTo(HEADER);
        assertThat(mended.has("message")).isFalse();
    }

    private static JsonNode setting(JsonNode setup) {
        for (JsonNode setting : setup.path("emailSignIn").path(0).path("settings")) {
            if (setting.path("label").asText().equals("Header with the country")) {
                return setting;
            }
        }
        throw new AssertionError(setup.toPrettyString());
    }

    private UserAgent throughProxy(String... countries) {
        UserAgent browser = UserAgent.on(server());
        browser.tell("User-Agent", FIREFOX);
        browser.tell(HEADER, countries);
        return browser;
    }

    /** The mail of somebody who then signs in with its code. */
    private Mail asked(UserAgent browser, String language) {
        String address = newAddress();
        var sent = send(start(realm().app(), browser, Map.of("ui_locales", language)), address);
        assertThat(finish(enter(sent, code(address))).left()).isTrue();
        return mail(address);
    }
}
