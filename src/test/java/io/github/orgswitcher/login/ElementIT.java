package io.github.orgswitcher.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.OtherOrigin;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The custom element in a page of another origin that lets nothing in but what it has to. */
class ElementIT extends SwitcherSuite {

    private static final String APPLICATION = """
            const element = document.querySelector("organization-switcher");
            element.getAccessToken = async () => "%s";
            element.addEventListener("organization-switch", ({ detail }) => { document.title = `${detail.alias} ${detail.id}`; });
            """;

    private final OtherOrigin origin = OtherOrigin.open();

    private OidcClient application;

    @BeforeAll
    void addApplication() {
        application = realm().client(
                        "element",
                        client -> client.setWebOrigins(List.of(origin.uri().toString())));
    }

    @AfterAll
    void close() {
        origin.close();
    }

    @Test
    void scriptsAreForEveryOriginAndKeptAsLongAsTheySayTheSame() {
        RestResponse loader = get("element.js");
        assertThat(loader.status()).isEqualTo(200);
        assertThat(header(loader, "Content-Type")).startsWith("text/javascript");
        assertThat(header(loader, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(loader, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(header(loader, "Cache-Control")).contains("max-age=300");
        String version = loader.body().replaceAll("(?s).*\\./element/([^/]+)/element.js.*", "$1");

        RestResponse element = get("element/" + version + "/element.js");
        assertThat(element.body()).contains("customElements.define");
        assertThat(header(element, "Cache-Control")).contains("immutable");
        assertThat(header(element, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(get("element/former/element.js"), "Cache-Control")).doesNotContain("immutable");
        assertThat(get("element/" + version + "/texts/de")
                        .json()
                        .path("orgSwitcherMemberships")
                        .asText())
                .isEqualTo("Ihre Organisationen");
        for (String unknown : List.of("xx", "en-GB", "../de", "%00", "zz-ZZZZZZZZZ")) {
            RestResponse texts = get("element/" + version + "/texts/" + unknown.replace("/", "%2F"));
            assertThat(texts.json().path("orgSwitcherLanguage").asText())
                    .as(unknown)
                    .isEqualTo("en");
        }
        Map.of("zh-CN", "zh-CN", "zh-HK", "zh-TW", "zh-Hant-TW", "zh-TW", "es-419", "es", "nb-NO", "no")
                .forEach((tag, language) -> assertThat(get("element/" + version + "/texts/" + tag)
                                .json()
                                .path("orgSwitcherLanguage")
                                .asText())
                        .as(tag)
                        .isEqualTo(language));
    }

    @Test
    @RequiresChromium
    void personSeesTheOrganizationsAndTellsTheApplicationWhichOne(Browsers browsers) {
        Person anna = person("anna", "anna@acme.example");
        Tokens tokens = application.tokens(Switcher.on(anna.signIn(application)).join("acme"));
        realm().member(labs, anna.id());
        try (BrowserContext context = browsers.open(options -> options.setViewportSize(800, 600))) {
            Page page = page(context, tokens.accessToken(), "en");
            Locator button = page.locator("organization-switcher .open");
            assertThat(button).hasText("Acme");
            button.press("Enter");
            assertThat(button).hasAttribute("aria-expanded", "true");
            assertThat(page.locator("organization-switcher .choice[aria-current]"))
                    .hasText("AcmeCurrent");
            assertThat(page.locator("organization-switcher a"))
                    .hasAttribute("href", server().realmUri(realm().name()) + "/org-switcher/account");
            Browsers.screenshot(page, "element");
            Browsers.assertAccessible(page);
            page.keyboard().press("Escape");
            assertThat(button).hasAttribute("aria-expanded", "false");
            assertThat(button).isFocused();
            button.click();
            page.locator("organization-switcher .choice", new Page.LocatorOptions().setHasText("Acme Labs"))
                    .click();

            assertThat(page).hasTitle("acme-labs " + labs);
            button.click();
            page.locator("h1").click();
            assertThat(page.locator("organization-switcher .panel")).isHidden();
        }
    }

    @Test
    @RequiresChromium
    void whatTheServerRefusesIsSaidInThePagesLanguage(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = page(context, "nonsense", "de");
            Locator button = page.locator("organization-switcher .open");
            assertThat(button).hasText("Organisation auswählen");
            button.click();
            assertThat(page.locator("organization-switcher [role=status]")).containsText("account");
            assertThat(page.locator("organization-switcher a")).hasText("Ihre Organisationen verwalten");
        }
    }

    @Test
    @RequiresChromium
    void whoBelongsToDisabledOrganizationsAloneIsTold(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            context.route(
                    url -> url.contains("/org-switcher/organizations"),
                    route -> route.fulfill(new FulfillOptions()
                            .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                            .setContentType("application/json")
                            .setBody("{\"memberships\":[],\"onlyDisabled\":true}")));
            Page page = page(context, "any", "en");
            page.locator("organization-switcher .open").click();
            assertThat(page.locator("organization-switcher [role=status]")).hasText("The organization is disabled.");
        }
    }

    @Test
    @RequiresChromium
    void ofVeryManyTheOthersAreFoundAndNamesAreNeverMarkup(Browsers browsers) {
        String twenty = IntStream.range(0, 20)
                .mapToObj(index ->
                        "{\"id\":\"%d\",\"alias\":\"a%d\",\"name\":\"<img src=x> %d\"}".formatted(index, index, index))
                .collect(Collectors.joining(",", "{\"memberships\":[", "]}"));
        List<String> searches = new ArrayList<>();
        try (BrowserContext context = browsers.open(options -> {})) {
            context.route(url -> url.contains("/org-switcher/organizations"), route -> {
                String url = route.request().url();
                searches.add(url.substring(url.indexOf("search=")));
                route.fulfill(new FulfillOptions()
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                        .setContentType("application/json")
                        .setBody(url.endsWith("search=") ? twenty : "{\"memberships\":[]}"));
            });
            Page page = page(context, "any", "en");
            page.locator("organization-switcher .open").click();
            assertThat(page.locator("organization-switcher .choice")).hasCount(20);
            assertThat(page.locator("organization-switcher .choice").first()).hasText("<img src=x> 0");
            page.locator("organization-switcher input").fill("none & such");
            assertThat(page.locator("organization-switcher [role=status]"))
                    .hasText("No organization matches “none & such”.");
            assertThat(page.locator("organization-switcher [role=status] bdi")).hasText("none & such");
        }
        assertThat(searches).startsWith("search=").endsWith("search=none+%26+such");
    }

    /** An application's page, which allows scripts and answers of Keycloak and of its own, and no markup that is made of text. */
    private Page page(BrowserContext context, String token, String language) {
        String keycloak = "http://" + server().realmUri(realm().name()).getAuthority();
        String path = "/" + UUID.randomUUID();
        origin.with(
                        path + ".html",
                        """
                        <!DOCTYPE html><html lang="%s"><head><title>App</title>
                        <script type="module" src="%s.js"></script>
                        <script type="module" src="%s/org-switcher/element.js"></script></head>
                        <body><main><h1>Application</h1><organization-switcher></organization-switcher></main></body></html>
                        """.formatted(language, path, server().realmUri(realm().name())),
                        Map.of(
                                "Content-Type",
                                "text/html;charset=utf-8",
                                "Cross-Origin-Embedder-Policy",
                                "require-corp",
                                "Content-Security-Policy",
                                ("default-src 'none'; script-src 'self' %s; connect-src %s;"
                                                + " require-trusted-types-for 'script'")
                                        .formatted(keycloak, keycloak)))
                .with(path + ".js", APPLICATION.formatted(token), Map.of("Content-Type", "text/javascript"));
        Page page = context.newPage();
        page.navigate(origin.uri() + path + ".html");
        return page;
    }

    private RestResponse get(String path) {
        return Rest.send(HttpRequest.newBuilder(URI.create(server().realmUri(realm().name()) + "/org-switcher/" + path))
                .header("Origin", "https://anywhere.example")
                .build());
    }

    private static String header(RestResponse response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
