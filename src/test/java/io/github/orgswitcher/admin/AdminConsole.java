package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.TestRealm;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An administrator at the Admin Console of the realm, in a real browser. */
final class AdminConsole implements AutoCloseable {

    static final String PROVISIONING = "automated-provisioning";

    private final TestRealm realm;
    private final BrowserContext context;
    private final Page page;
    private final List<String> dialogs = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    private AdminConsole(TestRealm realm, BrowserContext context) {
        this.realm = realm;
        this.context = context;
        this.page = context.newPage();
        page.onDialog(dialog -> {
            dialogs.add(dialog.type());
            dialog.accept();
        });
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.text().startsWith("org-switcher:")) {
                warnings.add(message.text());
            } else if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
    }

    static AdminConsole open(Browsers browsers, TestRealm realm, Consumer<NewContextOptions> look) {
        return new AdminConsole(realm, browsers.open(options -> {
            options.setViewportSize(1280, 900);
            look.accept(options);
        }));
    }

    static AdminConsole open(Browsers browsers, TestRealm realm) {
        return open(browsers, realm, options -> {});
    }

    Page page() {
        return page;
    }

    /** Opens an organization's tab by its address, as a bookmark does, and signs in. */
    AdminConsole signIn(String username, String organizationId, String tab) {
        page.navigate(address(organizationId, tab));
        fillLogin(username);
        return this;
    }

    /** Opens the realm's page by its address, as a bookmark does, and signs in. */
    AdminConsole signInToRealm(String username) {
        page.navigate(console() + "#/" + realm.name() + "/organizations?" + PROVISIONING);
        fillLogin(username);
        return this;
    }

    void fillLogin(String username) {
        page.locator("#username").fill(username);
        if (page.locator("#password").count() == 0) {
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill(TestRealm.PASSWORD);
        page.locator("#kc-login").click();
    }

    String address(String organizationId, String tab) {
        return console() + hash(organizationId, tab);
    }

    private String console() {
        return realm.server().baseUri() + "/admin/" + realm.name() + "/console/";
    }

    /** Goes elsewhere in the console without loading it again. */
    void go(String organizationId, String tab) {
        page.evaluate("hash => { location.hash = hash }", hash(organizationId, tab));
    }

    private String hash(String organizationId, String tab) {
        return "#/" + realm.name() + "/organizations/" + organizationId + "/" + tab;
    }

    /** The content of the tab, of an organization or the realm. */
    Locator tab() {
        return page.locator("org-switcher-tab, org-switcher-realm");
    }

    /** A tab, by its name. */
    Locator tabLink(String name) {
        return page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return tab().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator domainField() {
        return tab().locator("input[name=domain]");
    }

    /** Searches one of the lists, by the name of its search. */
    Locator search(String name) {
        return tab().getByRole(
                        AriaRole.SEARCHBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A row of a table, by a text in it. */
    Locator row(String text) {
        return tab().locator("tbody tr", new Locator.LocatorOptions().setHasText(text));
    }

    void addDomain(String domain) {
        domainField().fill(domain);
        button("Add").click();
    }

    /** The control of a domain's own join mode. */
    Locator mode(String domain) {
        return row(domain).locator("select");
    }

    void chooseMode(String domain, String value) {
        mode(domain).selectOption(value);
        button("Save Join mode: " + domain).click();
    }

    void removeDomain(String domain) {
        button("Remove " + domain).click();
        confirm("Remove");
    }

    /** Agrees to what a dialog asks. */
    void confirm(String action) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action))
                .click();
    }

    Locator link(String name) {
        return tab().getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** Presses a part's link to the documentation, which opens in a window of its own. */
    Page learnMore(String title) {
        return context.waitForPage(() -> link("Learn more " + title).click());
    }

    /** Kinds of the browser's dialogs that came up, such as {@code beforeunload}; each was agreed to. */
    List<String> dialogs() {
        return dialogs;
    }

    /** What the extension wrote to the browser's console. */
    List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        context.close();
        assertThat(errors).as("errors in the browser").isEmpty();
    }
}
