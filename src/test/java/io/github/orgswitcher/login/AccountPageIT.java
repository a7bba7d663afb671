package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** The page "Your organizations" by both of its doors. */
class AccountPageIT extends SwitcherSuite {

    private static final String FORM = "form#org-switcher-account";

    private static final String SUBMIT = """
            ({action, fields}) => {
                const form = document.createElement("form");
                form.method = "post";
                form.action = action;
                for (const [name, value] of Object.entries(fields)) {
                    form.append(Object.assign(document.createElement("input"), {name, value}));
                }
                document.body.append(form);
                form.submit();
            }
            """;

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
        realm().organization(
                        "Hooli",
                        "hooli",
                        Map.of(
                                "org-switcher.allowed-domains",
                                List.of("acme.example"),
                                "org-switcher.join-mode",
                                List.of("REQUEST")));
    }

    @Test
    void whoeverIsNotSignedInSignsInAndComesBack() {
        Page page = signedIn("anna");

        assertThat(page.uri()).as("nothing of the login is left").isEqualTo(address());
        assertThat(page.text()).contains("anna@acme.example");
        assertThat(page.headers().get("cache-control").toString()).contains("no-store");
    }

    /** Keycloak keeps a language at an account whenever somebody signs in with it. */
    @Test
    void languageThatIsChosenOnThePageStays() {
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(Set.of("en", "de", "ar"));
        realm().resource().update(realm);
        Page page = signedIn("agnes");
        page.agent().open(URI.create(address() + "?kc_locale=de"));

        Page chosen = page.agent().open(URI.create(address() + "?kc_locale=ar"));
        assertThat(chosen.element("html").attr("lang")).isEqualTo("ar");
        Page pressed = chosen.submit("#org-switcher-create", Map.of("name", "ACME"));
        assertThat(pressed.element("#org-switcher-name-error").text())
                .as("the name keeps to itself")
                .contains("\u2068Acme\u2069");
        assertThat(pressed.element("#org-switcher-join-acme").attr("aria-label"))
                .as("so it does for who hears the page")
                .contains("\u2068Acme\u2069");
        assertThat(pressed.element("html").attr("lang")).isEqualTo("ar");
        assertThat(page.agent().open(address()).element("html").attr("lang")).isEqualTo("ar");
        assertThat(page.agent()
                        .open(URI.create(address() + "?kc_locale=xx"))
                        .element("html")
                        .attr("lang"))
                .as("one that the realm has not")
                .isEqualTo("ar");
    }

    /** Where the form is gone, both pages say why in its place. */
    @Test
    void whoeverHasCreatedAllThatOneMayIsToldSo() {
        realm().enableRequiredAction("org-switcher", Map.of("maxCreatedPerUser", "1"));
        try {
            Page page = signedIn("agatha");
            assertThat(page.has("#org-switcher-creation-limit")).isFalse();
            Page created = page.submit("#org-switcher-create", Map.of("name", "Agatha's own"));
            assertThat(created.has("#org-switcher-create")).isFalse();
            assertThat(created.element("#org-switcher-creation-limit").text())
                    .isEqualTo("You cannot create any more organizations. The limit is 1.");
            Page switcher = realm().app().authorize(page.agent(), Map.of("kc_action", "org-switcher"));
            assertThat(switcher.has("#org-switcher-create")).isFalse();
            assertThat(switcher.element("#org-switcher-creation #org-switcher-creation-limit")
                            .text())
                    .isEqualTo("You cannot create any more organizations. The limit is 1.");
            realm().enableRequiredAction("org-switcher", Map.of("creation", "OFF", "maxCreatedPerUser", "1"));
            assertThat(page.agent().open(address()).has("#org-switcher-creation-limit"))
                    .as("nobody creates any")
                    .isFalse();
        } finally {
            realm().rest().delete("authentication/required-actions/org-switcher/config");
        }
    }

    @Test
    void whatIsPressedIsDoneOnceAndSaidOnce() {
        Page page = signedIn("berta");

        Page joined = page.submit("#org-switcher-join-acme");

        assertThat(joined.uri()).as("a redirect after the post").isEqualTo(address());
        assertThat(joined.text()).contains("You are a member now.").contains("Joined over acme.example");
        assertThat(joined.document().title())
                .as("a title is read out when a page has come")
                .startsWith("You are a member now. · ");
        assertThat(joined.agent().open(address()).text()).doesNotContain("You are a member now.");
        assertThat(realm().isMember(acme, realm().userId("berta"))).isTrue();
        Page left = joined.submit("#org-switcher-leave-acme");
        assertThat(left.text()).contains("You have left the organization.");
        assertThat(realm().isMember(acme, realm().userId("berta"))).isFalse();
        assertThat(left.has("#org-switcher-join-acme")).as("may come again").isTrue();
        Page asked = left.submit("#org-switcher-request-hooli");
        assertThat(asked.has("#org-switcher-requests-hooli")).isTrue();
        Page withdrawn = asked.submit("#org-switcher-withdraw-hooli");
        assertThat(withdrawn.text()).contains("Your request was taken back.");
        assertThat(withdrawn.has("#org-switcher-request-hooli")).isTrue();
    }

    /** As the Account Console does, in a session or without, before it shows a link. */
    @Test
    void whoeverOnlyLooksWhetherThePageIsThereTakesNothingFromIt() {
        Page page = signedIn("bruno");
        page.agent().holdBackFrom("/org-switcher/account");
        page.submit("#org-switcher-join-acme");
        page.agent().holdBackFrom("");

        assertThat(page.agent().look(address())).isEqualTo(200);
        assertThat(UserAgent.on(server()).look(address())).isEqualTo(200);

        assertThat(page.agent().open(address()).text()).contains("You are a member now.");
    }

    @Test
    void refusalStandsAtItsFieldAndKeepsWhatWasTyped() {
        Page refused = signedIn("carla").submit("#org-switcher-create", Map.of("name", "ACME"));

        assertThat(refused.element("#org-switcher-name").attr("value")).isEqualTo("ACME");
        assertThat(refused.element("#org-switcher-name-error").text())
                .isEqualTo("Acme is there already: choose it above.");
        Page gone = refused.submit("#org-switcher-create", Map.of("name", " "));
        assertThat(gone.has("#org-switcher-name-error")).isTrue();
        assertThat(errors("carla")).containsExactly("org_switcher_name_invalid", "org_switcher_name_taken");
    }

    @Test
    void whoeverSwitchesStartsTheNextApplicationWithIt() {
        Page page = signedIn("dora");
        List.of(acme, labs).forEach(id -> realm().member(id, realm().userId("dora")));
        Page both = page.agent().open(address());

        Page switched = both.submit("#org-switcher-continue-acme-labs");

        assertThat(switched.element("#org-switcher-memberships-acme-labs").text())
                .contains("Current");
        OidcClient app = realm().app();
        assertThat(organizations(app, app.authorize(page.agent(), ORGANIZATION)))
                .containsExactly("acme-labs");
    }

    @Test
    void pressFromAnotherSiteDoesNothingWhereTheBrowserOnlySaysItsOrigin() {
        Page page = signedIn("olga");
        String token = page.element("[name=token]").attr("value");
        page.agent().sayOrigin("https://evil.example");

        assertThat(page.post(Map.of("join", acme, "token", token)).status()).isEqualTo(403);
        assertThat(realm().isMember(acme, realm().userId("olga"))).isFalse();

        page.agent()
                .sayOrigin(server().baseUri().getScheme() + "://"
                        + server().baseUri().getAuthority());
        page.submit("#org-switcher-join-acme");
        assertThat(realm().isMember(acme, realm().userId("olga"))).isTrue();
    }

    @Test
    void pressOfAnotherPageDoesNothing() {
        Page page = signedIn("emil");
        String foreign = signedIn("frida").element("[name=token]").attr("value");

        for (Map<String, String> forged : List.of(
                Map.of("join", acme),
                Map.of("join", acme, "token", ""),
                Map.of("join", acme, "token", "nonsense"),
                Map.of("join", acme, "token", foreign))) {
            Page refused = page.post(forged);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("Press again");
        }

        assertThat(realm().isMember(acme, realm().userId("emil"))).isFalse();
        assertThat(errors("emil")).hasSize(4).containsOnly("org_switcher_forged");
    }

    @Test
    void pressAfterTheSessionsEndDoesNothingAndSaysSo() {
        Page page = signedIn("gina");
        realm().resource().users().get(realm().userId("gina")).logout();

        Page back = OidcClient.fillLogin(page.submit("#org-switcher-join-acme"), "gina");

        assertThat(back.uri()).isEqualTo(address());
        assertThat(back.text()).contains("You had to sign in again");
        assertThat(realm().isMember(acme, realm().userId("gina"))).isFalse();
        assertThat(back.submit("#org-switcher-join-acme").text()).contains("You are a member now.");
    }

    @Test
    void tokensCountForNothing() {
        realm().user("hans", "hans@acme.example");

        assertThat(realm().userRest(realm().app().directGrant("hans").accessToken())
                        .get("org-switcher/account")
                        .status())
                .as("the way to sign in")
                .isEqualTo(303);
    }

    @Test
    void applicationAsksForThePageWithinALogin() {
        Person ida = person("ida", "ida@acme.example");
        Switcher.on(ida.signIn(realm().app())).skip();
        OidcClient app = realm().app();

        Page page = ida.open(app, Map.of("kc_action", "org-switcher-account"));
        Page joined = page.submit("#org-switcher-join-acme");
        Page end = joined.submit("#org-switcher-done");

        assertThat(page.has(FORM)).isTrue();
        assertThat(joined.text()).contains("You are a member now.");
        assertThat(end.query()).containsEntry("kc_action_status", "success");
        assertThat(realm().isMember(acme, ida.id())).isTrue();
    }

    @Test
    void whoeverLeavesTheOnlyMembershipOnTheWayOfALoginIsAskedAgain() {
        realm().enableRequiredAction("org-switcher", Map.of("membershipRequired", "true"));
        try {
            Person nora = person("nora", "nora@acme.example");
            OidcClient app = realm().app();
            Switcher.on(nora.signIn(app)).join("acme");
            Page page = nora.elsewhere().signIn(app, Map.of("kc_action", "org-switcher-account"));

            Page done = page.submit("#org-switcher-leave-acme").submit("#org-switcher-done");

            assertThat(realm().isMember(acme, nora.id())).isFalse();
            Switcher asked = Switcher.on(done);
            assertThat(asked.canSkip()).isFalse();
            assertThat(organizations(app, asked.join("acme-labs"))).containsExactly("acme-labs");
        } finally {
            realm().enableRequiredAction("org-switcher", Map.of("membershipRequired", "false"));
        }
    }

    @Test
    void applicationCannotSendTheBrowserToThePageInItsOwnName() {
        Person kurt = person("kurt", "kurt@acme.example");
        Switcher.on(kurt.signIn(realm().app())).skip();

        Page page = kurt.open(realm().app(), Map.of("kc_action", "org-switcher-account:go"));

        assertThat(page.uri().getPath()).contains("/login-actions/");
        assertThat(page.has(FORM)).isTrue();
    }

    @Test
    void switcherLinksToItOnlyWhereItIsOn() {
        Page linked = person("lena", "lena@acme.example").signIn(realm().app());
        assertThat(linked.element("a#org-switcher-account").attr("href"))
                .isEqualTo(address().toString());
        switchOff();
        try {
            Page page = person("lars", "lars@acme.example").signIn(realm().app());
            assertThat(page.has("a#org-switcher-account")).isFalse();
            assertThat(UserAgent.on(server()).open(address()).status()).isEqualTo(400);
        } finally {
            realm().enableRequiredAction("org-switcher-account", Map.of());
        }
    }

    @Test
    @RequiresChromium
    void looksRightInABrowserAndRefusesOtherSites(Browsers browsers) {
        realm().user("maria", "maria@acme.example");
        realm().member(labs, realm().userId("maria"));
        try (BrowserContext context = browsers.open(options -> options.setViewportSize(1280, 1400))) {
            com.microsoft.playwright.Page page = context.newPage();
            page.navigate(address().toString());
            page.locator("#username").fill("maria");
            page.locator("#kc-login").click();
            page.locator("#password").fill(TestRealm.PASSWORD);
            page.locator("#kc-login").click();
            page.locator("#org-switcher-join-acme").click();
            page.locator("#org-switcher-memberships-acme").waitFor();
            Browsers.assertAccessible(page);
            Browsers.screenshot(page, "account");
            String token = page.locator("[name=token]").getAttribute("value");
            int status = postFromElsewhere(context.newPage(), Map.of("token", token, "leave", acme));
            assertThat(status).isEqualTo(403);
            assertThat(realm().isMember(acme, realm().userId("maria"))).isTrue();
            page.setViewportSize(320, 900);
            page.locator("#org-switcher-leaving-acme").click();
            Browsers.assertAccessible(page);
            Browsers.screenshot(page, "account-narrow");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .isEqualTo(true);
            page.locator("#org-switcher-leave-acme").click();
            page.locator("#org-switcher-join-acme").waitFor();
        }
        assertThat(realm().isMember(acme, realm().userId("maria"))).isFalse();
    }

    /** Another origin's page sends a form, with which the browser sends the cookie. */
    private int postFromElsewhere(com.microsoft.playwright.Page page, Map<String, String> fields) {
        page.navigate(OidcClient.REDIRECT_URI.toString());
        return page.waitForResponse(
                        address().toString(),
                        () -> page.evaluate(SUBMIT, Map.of("action", address().toString(), "fields", fields)))
                .status();
    }

    private Page signedIn(String username) {
        realm().user(username, username + "@acme.example");
        Page page = OidcClient.fillLogin(UserAgent.on(server()).open(address()), username);
        assertThat(page.has(FORM)).as(page.toString()).isTrue();
        return page;
    }

    private URI address() {
        return URI.create(server().realmUri(realm().name()) + "/org-switcher/account");
    }

    private void switchOff() {
        var action = realm().resource().flows().getRequiredAction("org-switcher-account");
        action.setEnabled(false);
        realm().resource().flows().updateRequiredAction("org-switcher-account", action);
    }

    private List<String> errors(String username) {
        return realm()
                .resource()
                .getEvents(
                        List.of("CUSTOM_REQUIRED_ACTION_ERROR"),
                        null,
                        realm().userId(username),
                        null,
                        null,
                        null,
                        0,
                        100)
                .stream()
                .map(event -> event.getError())
                .toList();
    }
}
