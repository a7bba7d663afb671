package io.github.orgswitcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.orgswitcher.demo.DemoFiles;
import io.github.orgswitcher.demo.DemoServer;
import io.github.orgswitcher.demo.Ports;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.Distribution;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.VirtualAuthenticator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UsersResource;

/** The very demo, on its embedded database, from click to claim. */
@RequiresChromium
@TestInstance(Lifecycle.PER_CLASS)
class DemoIT {

    private static final Pattern WITH_CODE = Pattern.compile(".*[?&]code=.+");

    private static final Pattern SIGNED_IN_ELSEWHERE = Pattern.compile(".*[?&]session_state=.+");

    private static final Consumer<NewContextOptions> NO_SCRIPTS = options -> options.setJavaScriptEnabled(false);

    private DemoServer demo;
    private DemoInbox inbox;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Path home = Distribution.directory("demo").resolve("keycloak");
        Distribution.copyTo(home);
        demo = DemoServer.start(Ports.free(), DemoFiles.of(Path.of("."), home, Distribution.providerJar()));
        inbox = new DemoInbox(demo.ports());
    }

    /** Everybody comes for the first time in each test. */
    @BeforeEach
    void forgetEverybody() {
        try (Keycloak admin = admin()) {
            UsersResource users = admin.realm("demo").users();
            users.list().forEach(user -> users.delete(user.getId()).close());
        }
    }

    private Keycloak admin() {
        return Keycloak.getInstance(demo.ports().keycloakUrl(), "master", "admin", "admin", "admin-cli");
    }

    @AfterAll
    void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void aliceJoinsAcmeAndComesBackToIt(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            page.navigate(demo.ports().appUrl());
            assertThat(page.locator("#sign-in")).isVisible();
            Browsers.screenshot(page, "demo-application");
            Browsers.assertAccessible(page);
            page.locator("#sign-in").click();
            assertThat(page.locator("#social-social")).isVisible();
            Browsers.screenshot(page, "demo-login");
            Browsers.assertAccessible(page);

            DemoLogin.atSocial(page, "alice@acme.example");
            assertThat(page.locator("#org-switcher-join-acme")).isVisible();
            assertThat(page.locator("#org-switcher-join-acme-labs")).isVisible();
            Browsers.screenshot(page, "demo-switcher");
            Browsers.assertAccessible(page);
            page.locator("#org-switcher-join-acme").click();

            assertThat(page.locator("#organization")).containsText("acme");
            Browsers.screenshot(page, "demo-claim");
            Browsers.assertAccessible(page);
        }
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "alice@acme.example");
            assertThat(page.locator("#organization")).containsText("acme");

            page.locator("#switch").click();
            assertThat(page.locator("#org-switcher-continue-acme")).isVisible();
            page.locator("#org-switcher-join-acme-labs").click();
            assertThat(page.locator("#organization")).containsText("acme-labs");

            page.locator("#sign-out").click();
            assertThat(page.locator("#sign-in")).isVisible();
        }
    }

    @Test
    void theAdminConsoleHasTheTab(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            page.navigate(demo.ports().keycloakUrl() + "/admin/master/console/#/demo/organizations");
            page.locator("#username").fill("admin");
            page.locator("#password").fill("admin");
            page.locator("#kc-login").click();
            page.getByText("Globex").click();
            page.getByTestId("organization-tabs")
                    .getByText("Automated provisioning")
                    .click();
            assertThat(page.locator("org-switcher-tab")).containsText("*.globex.example");
            Browsers.screenshot(page, "demo-admin-console");
        }
    }

    @Test
    void importWorksOnTheEmbeddedDatabase() {
        try (Keycloak admin = admin()) {
            Rest rest = new Rest(
                    URI.create(demo.ports().keycloakUrl() + "/admin/realms/demo/org-switcher"),
                    admin.tokenManager()::getAccessTokenString);
            String rows = "organization,domain\nacme,one.import.example\nacme,*.import.example\n";

            assertImported(
                    importCsv(rest, "domains", rows + "globex,one.import.example\nglobex,gmail.com\n"), 200, 3, 0, 1);
            assertImported(importCsv(rest, "domains?atomic=true", rows + "acme,gmail.com\n"), 400, 0, 2, 1);
            assertImported(importCsv(rest, "domains?atomic=true", rows + "acme,two.import.example\n"), 200, 1, 2, 0);

            assertThat(domains(rest, "import")).containsExactly("*.import.example");
            assertThat(domains(rest, "*import.example"))
                    .containsExactly(
                            "*.import.example", "one.import.example", "one.import.example", "two.import.example");
            assertThat(domains(rest, "%22two.import.example%22")).containsExactly("two.import.example");
            assertThat(domains(rest, "%25")).isEmpty();
        }
    }

    private static RestResponse importCsv(Rest rest, String path, String rows) {
        return rest.call("POST", path, "text/csv", BodyPublishers.ofString(rows));
    }

    private static void assertImported(RestResponse answer, int status, int added, int existing, int refused) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().path("added").asInt()).isEqualTo(added);
        assertThat(answer.json().path("existing").asInt()).isEqualTo(existing);
        assertThat(answer.json().path("refused").asInt()).isEqualTo(refused);
    }

    private static List<String> domains(Rest rest, String search) {
        return rest.get("domains?search=" + search).json().findValuesAsText("domain");
    }

    @Test
    void bobIsOfferedGlobex(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "bob@eu.globex.example");
            assertThat(page.locator("button[name=join]")).hasCount(1);
            assertThat(page.locator("#org-switcher-join-globex")).isVisible();
        }
    }

    @Test
    void carolCreatesAndErinSkips(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "carol@freelance.example");
            assertThat(page.locator("button[name=join]")).hasCount(0);
            page.locator("#org-switcher-name").fill(" Carol's Studio ");
            page.locator("#org-switcher-create").click();
            assertThat(page.locator("#organization")).containsText("carols-studio");
        }
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "erin@gmail.com");
            assertThat(page.locator("button[name=join]")).hasCount(0);
            page.locator("#org-switcher-skip").click();
            assertThat(page.locator("#sign-out")).isVisible();
            assertThat(page.locator("#organization")).not().containsText("acme");
        }
    }

    @Test
    void daveVerifiesByMailAndComesBack(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = signIn(context, "dave@acme.example");
            assertThat(page.locator("button[name=join]")).hasCount(0);
            page.locator("#org-switcher-verify").click();
            assertThat(page.locator("#org-switcher")).hasCount(0);

            Page verified = inbox.link(context, "dave@acme.example");

            verified.locator("#org-switcher-join-acme").click();
            assertThat(verified.locator("#organization")).containsText("acme");
        }
    }

    @Test
    void tryThisIsAsItSays(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> options.setViewportSize(1280, 900))) {
            Page page = context.newPage();
            page.navigate(demo.ports().appUrl() + "/try.html");
            Browsers.screenshot(page, "demo-try-this");
            Browsers.assertAccessible(page);
            new TryThis(demo.ports(), context).walk();
        }
    }

    @Test
    void peopleAreInvitedAskAndManage(Browsers browsers) {
        PeopleOfTheDemo people = new PeopleOfTheDemo(demo.ports(), browsers, inbox);
        try (Keycloak admin = admin()) {
            people.come(admin);
            people.invitedPersonJoins(admin);
        }
        people.managerDecidesByTheMail();
        people.managerProvesADomain();
    }

    @Test
    void strangerComesInByCodeAndNextTimeByPasskey(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            VirtualAuthenticator.in(page);
            askForMail(page, "zoe@acme.example");
            Browsers.screenshot(page, "demo-email-sent");
            page.locator("#org-switcher-email-code").fill(inbox.code(context, "zoe@acme.example"));
            page.locator("#org-switcher-email-submit").click();
            page.locator("#org-switcher-join-acme").click();
            page.locator("#passkey-offer-add").click();
            VirtualAuthenticator.addPasskey(page);
            assertThat(page.locator("#organization")).containsText("acme");

            page.locator("#sign-out").click();
            // The authenticator takes what the browser offers at the field, with no press.
            page.locator("#sign-in").click();
            assertThat(page.locator("#organization")).containsText("acme");
        }
    }

    @Test
    void strangerComesInByLink(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            askForMail(context.newPage(), "yan@acme.example");
            Page page = inbox.link(context, "yan@acme.example");
            joinAcme(page);
            assertThat(page.locator("#organization")).containsText("acme");
        }
    }

    @Test
    void strangerComesInByLinkInAnotherBrowser(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {});
                BrowserContext another = browsers.open(options -> {})) {
            askForMail(context.newPage(), "xia@acme.example");
            Page page = inbox.link(another, "xia@acme.example");
            page.locator("#org-switcher-email-confirm").click();
            joinAcme(page);
            assertThat(page.locator("#organization")).containsText("acme");
        }
    }

    /** The application itself needs scripts; its answer is the code in the address. */
    @Test
    void strangerComesInWithoutScripts(Browsers browsers) {
        String login = loginAddress(browsers);
        try (BrowserContext context = browsers.open(NO_SCRIPTS)) {
            Page page = context.newPage();
            page.navigate(login);
            sendMail(page, "wim@acme.example");
            page.locator("#org-switcher-email-code").fill(inbox.code(context, "wim@acme.example"));
            page.locator("#org-switcher-email-submit").click();
            joinAcme(page);
            assertThat(page).hasURL(WITH_CODE);
        }
        try (BrowserContext context = browsers.open(NO_SCRIPTS)) {
            Page page = context.newPage();
            page.navigate(login);
            sendMail(page, "vic@acme.example");
            Page byLink = inbox.link(context, "vic@acme.example");
            joinAcme(byLink);
            assertThat(byLink).hasURL(WITH_CODE);
        }
    }

    @Test
    void strangerComesInByLinkInAnotherBrowserWithoutScripts(Browsers browsers) {
        try (BrowserContext context = browsers.open(NO_SCRIPTS)) {
            Page page = context.newPage();
            page.navigate(loginAddress(browsers));
            sendMail(page, "uma@acme.example");
        }
        try (BrowserContext another = browsers.open(NO_SCRIPTS)) {
            Page page = inbox.link(another, "uma@acme.example");
            page.locator("#org-switcher-email-confirm").click();
            joinAcme(page);
            assertThat(page).hasURL(SIGNED_IN_ELSEWHERE);
        }
    }

    private static void joinAcme(Page page) {
        page.locator("#org-switcher-join-acme").click();
        page.locator("#passkey-offer-later").click();
    }

    private void askForMail(Page page, String address) {
        page.navigate(demo.ports().appUrl());
        page.locator("#sign-in").click();
        sendMail(page, address);
    }

    private static void sendMail(Page page, String address) {
        page.locator("#org-switcher-email-address").fill(address);
        page.locator("#org-switcher-email-submit").click();
        assertThat(page.locator("#org-switcher-email-code")).isVisible();
    }

    /** Where the application sends people to sign in. */
    private String loginAddress(Browsers browsers) {
        try (BrowserContext context = browsers.open(options -> {})) {
            Page page = context.newPage();
            page.navigate(demo.ports().appUrl());
            return page.waitForRequest(
                            request -> request.url().contains("/protocol/openid-connect/auth"),
                            () -> page.locator("#sign-in").click())
                    .url();
        }
    }

    private Page signIn(BrowserContext context, String email) {
        return DemoLogin.bySocial(context, demo.ports(), email);
    }
}
