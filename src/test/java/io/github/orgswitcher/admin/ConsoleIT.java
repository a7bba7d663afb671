package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** What administrators do in the tab "Automated provisioning" of the real Admin Console. */
class ConsoleIT extends ConsoleSuite {

    private static final String SAVED = "The settings are saved";

    @Test
    void anAddedDomainIsLiveAtTheNextLoginAndGoneWhenRemoved(Browsers browsers) {
        realm().socialUser("alice", "alice@acme.example", true);
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, acme, AdminConsole.PROVISIONING);
            assertThat(console.tabLink("Automated provisioning")).hasAttribute("aria-selected", "true");

            console.addDomain("ACME.example");
            assertThat(console.row("acme.example")).isVisible();
            assertThat(console.domainField()).hasValue("");
            assertThat(offers("alice")).isTrue();

            console.removeDomain("acme.example");
            assertThat(console.row("acme.example")).hasCount(0);
            assertThat(offers("alice")).isFalse();
        }
    }

    @Test
    void aRefusedDomainSaysWhyAtItsFieldAndStays(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, acme, AdminConsole.PROVISIONING);
            console.addDomain("gmail.com");

            Locator field = console.domainField();
            assertThat(field).hasAttribute("aria-invalid", "true");
            assertThat(field).isFocused();
            assertThat(field).hasValue("gmail.com");
            assertThat(field).hasAccessibleDescription(Pattern.compile("“gmail.com” belongs to a public email"));

            console.addDomain("refused-before.example");
            assertThat(console.row("refused-before.example")).isVisible();
            assertThat(field).not().hasAttribute("aria-invalid", "true");
        }
    }

    @Test
    void settingsAreSavedRevertedAndKeptWhileUnsaved(Browsers browsers) {
        String organization = realm().organization("Settings", "settings", Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            Locator off = console.tab().getByLabel("Off", new Locator.GetByLabelOptions().setExact(true));
            Locator suggest = console.tab().getByLabel("Suggest", new Locator.GetByLabelOptions().setExact(true));
            assertThat(suggest).isChecked();
            assertThat(console.button("Save")).isDisabled();

            off.check();
            assertThat(console.tab()).containsText("You have unsaved changes");
            console.tabLink("Attributes").click();
            assertThat(console.tab()).hasCount(0);
            console.tabLink("Automated provisioning").click();
            assertThat(off).isChecked();

            console.page().reload();
            assertThat(console.dialogs()).containsExactly("beforeunload");
            assertThat(off).isChecked();
            console.button("Revert").click();
            assertThat(suggest).isChecked();
            console.page().reload();
            assertThat(suggest).isChecked();
            assertThat(console.dialogs()).hasSize(1);

            off.check();
            console.button("Save").click();
            assertThat(console.tab()).containsText(SAVED);
            assertThat(console.button("Save")).isDisabled();
            assertThat(joinMode(organization)).isEqualTo("DISABLED");
        }
    }

    @Test
    void defaultGroupsAreTicked(Browsers browsers) {
        String organization = realm().organization("Grouped", "grouped", Map.of());
        String groups = "organizations/" + organization + "/groups";
        String staff = id(realm().rest().post(groups, Map.of("name", "staff")));
        String engineers = id(realm().rest().post(groups + "/" + staff + "/children", Map.of("name", "engineers")));
        realm().rest().post(groups, Map.of("name", "guests"));
        String policy = "org-switcher/organizations/" + organization + "/policy";
        realm().rest().put(policy, Map.of("defaultGroups", List.of("/staff", "/guests")));
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            for (String path : List.of("/staff", "/guests")) {
                assertThat(group(console, path)).isChecked();
                group(console, path).uncheck();
                assertThat(console.button("Save")).isEnabled();
                group(console, path).check();
                assertThat(console.button("Save")).isDisabled();
            }
            group(console, "/staff").uncheck();
            group(console, "/guests").uncheck();
            group(console, "/staff/engineers").check();
            console.button("Save").click();
            assertThat(console.tab()).containsText(SAVED);
            assertThat(realm().rest().get(policy).json().path("defaultGroups"))
                    .extracting(JsonNode::asText)
                    .containsExactly(engineers);

            realm().rest().delete(groups + "/" + engineers);
            console.page().reload();
            assertThat(group(console, engineers)).isChecked();
            assertThat(group(console, engineers))
                    .hasAccessibleDescription("Not a group of this organization any more.");
        }
    }

    private static String id(RestResponse created) {
        return created.json().path("id").asText();
    }

    private static Locator group(AdminConsole console, String path) {
        return console.tab().getByLabel(path, new Locator.GetByLabelOptions().setExact(true));
    }

    @Test
    void whereThereAreVeryManyGroupsTheirPathsAreTyped(Browsers browsers) {
        String organization = realm().organization("Very grouped", "very-grouped", Map.of());
        String groups = "organizations/" + organization + "/groups";
        for (int i = 0; i <= 100; i++) {
            realm().rest().post(groups, Map.of("name", "group-" + i));
        }
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            Locator paths = console.tab().getByLabel("Default groups");
            paths.fill("/group-7\n/nothing");
            console.button("Save").click();
            assertThat(paths).hasAttribute("aria-invalid", "true");
            assertThat(paths).hasValue("/group-7\n/nothing");
            paths.fill("/group-7");
            console.button("Save").click();
            assertThat(console.tab()).containsText(SAVED);
        }
    }

    @Test
    void aViewerReadsEverythingAndChangesNothing(Browsers browsers) {
        String organization = realm().organization("Viewed", "viewed", Map.of());
        post(organization, "viewed.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(viewer, organization, AdminConsole.PROVISIONING);

            assertThat(console.row("viewed.example")).isVisible();
            assertThat(console.tab().getByLabel("Suggest")).isChecked();
            assertThat(console.tab()).containsText("You can look at these settings.");
            assertThat(console.domainField()).hasCount(0);
            for (String button : List.of("Save", "Add", "Remove viewed.example", "Check now", "Approve", "Deny")) {
                assertThat(console.button(button)).hasCount(0);
            }
            assertThat(console.tab().getByTestId("org-switcher-policy").locator("input:enabled, textarea:enabled"))
                    .hasCount(0);
        }
    }

    @Test
    void whatAttributesSayIsReadOnlyAndWhatTheySayInVainIsListed(Browsers browsers) {
        String hostile = "<img src=x onerror=\"document.title='hacked'\">";
        String organization = realm().organization(
                        "<b>Declared</b>",
                        "declared",
                        Map.of(
                                "org-switcher.join-mode", List.of("DISABLED"),
                                "org-switcher.allowed-domains", List.of("declared.example", "gmail.com", hostile)));
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);

            assertThat(console.row("declared.example")).containsText("Attribute");
            assertThat(console.button("Remove declared.example")).hasCount(0);
            assertThat(console.tab().getByLabel("Off")).isDisabled();
            assertThat(console.tab()).containsText("“gmail.com” belongs to a public email provider");
            assertThat(console.tab()).containsText(hostile);
            assertThat(console.tab().locator("img")).hasCount(0);

            console.tab()
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Go to attributes"))
                    .first()
                    .click();
            assertThat(console.tabLink("Attributes")).hasAttribute("aria-selected", "true");
            assertThat(console.tab()).hasCount(0);
        }
    }

    @Test
    void anExpiredTokenIsReplacedUnnoticed(Browsers browsers) {
        lifespan(5);
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            var call = console.page()
                    .waitForRequest(
                            request -> request.url().contains("/org-switcher/organizations/"),
                            () -> console.signIn(manager, acme, AdminConsole.PROVISIONING));
            console.domainField().fill("after-expiry.example");
            Rest old = realm().rest().as(call.headerValue("authorization").replace("Bearer ", ""));
            console.page()
                    .waitForCondition(
                            () -> old.get("org-switcher/organizations/" + acme + "/policy")
                                            .status()
                                    == 401,
                            new WaitForConditionOptions().setTimeout(20_000));

            console.button("Add").click();
            assertThat(console.row("after-expiry.example")).isVisible();
        } finally {
            lifespan(300);
        }
    }

    @Test
    void anEndedSessionLosesNothingAndShowsNoBlankPage(Browsers browsers) {
        String organization = realm().organization("Ended", "ended", Map.of());
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            console.tab()
                    .getByLabel("Off", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            console.domainField().fill("kept.example");
            realm().resource().users().get(realm().userId(manager)).logout();

            console.button("Add").click();
            assertThat(console.tab()).containsText("Your session has ended");
            assertThat(console.domainField()).hasValue("kept.example");
            Browsers.screenshot(console.page(), "console-session-ended");

            console.button("Sign in again").click();
            console.fillLogin(manager);
            assertThat(console.tabLink("Automated provisioning")).hasAttribute("aria-selected", "true");
            assertThat(console.domainField()).hasValue("kept.example");
            assertThat(console.tab().getByLabel("Off", new Locator.GetByLabelOptions().setExact(true)))
                    .isChecked();
            assertThat(console.dialogs())
                    .as("nothing is lost, so nothing is asked")
                    .isEmpty();

            console.button("Add").click();
            assertThat(console.row("kept.example")).isVisible();
        }
    }

    @Test
    void theAddressLeadsThereAndSoDoReloadBackAndAnotherOrganization(Browsers browsers) {
        String one = realm().organization("One", "one", Map.of());
        String other = realm().organization("Other", "other", Map.of());
        post(one, "one.example");
        post(other, "other.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, one, "settings");
            assertThat(console.tabLink("Settings")).hasAttribute("aria-selected", "true");
            console.tabLink("Automated provisioning").click();
            assertThat(console.row("one.example")).isVisible();
            assertThat(console.page()).hasURL(console.address(one, AdminConsole.PROVISIONING));
            assertThat(console.tabLink("Settings")).hasAttribute("aria-selected", "false");

            console.page().evaluate("window.same = true");
            console.go(other, AdminConsole.PROVISIONING);
            assertThat(console.row("other.example")).isVisible();
            assertThat(console.row("one.example")).hasCount(0);
            assertThat(console.page().getByTestId("view-header")).containsText("Other");

            console.page().goBack();
            assertThat(console.row("one.example")).isVisible();
            console.page().goBack();
            assertThat(console.tab()).hasCount(0);
            assertThat(console.tabLink("Settings")).hasAttribute("aria-selected", "true");
            console.page().goForward();
            assertThat(console.row("one.example")).isVisible();
            assertThat(console.page().evaluate("window.same")).isEqualTo(true);

            console.page().reload();
            assertThat(console.row("one.example")).isVisible();
        }
    }

    @Test
    void manyDomainsArePagedAndSearched(Browsers browsers) {
        String organization = realm().organization("Many", "many", Map.of());
        for (int i = 10; i < 32; i++) {
            post(organization, "d" + i + ".example");
        }
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            Locator rows = console.row(".example");
            assertThat(rows).hasCount(10);
            assertThat(console.tab()).containsText("1 – 10 of 22");
            assertThat(console.button("Previous page").first()).isDisabled();
            console.button("Next page").first().click();
            assertThat(console.row("d20.example")).isVisible();
            console.button("Next page").first().click();
            assertThat(rows).hasCount(2);
            assertThat(console.button("Next page").first()).isDisabled();

            console.tab().getByLabel("Pages of allowed domains: Rows per page").selectOption("50");
            assertThat(rows).hasCount(22);

            Locator search = console.search("Search domains");
            search.fill("D15");
            search.press("Enter");
            assertThat(rows).hasCount(1);
            assertThat(console.row("d15.example")).isVisible();
            search.fill("absent");
            search.press("Enter");
            assertThat(console.tab()).containsText("Nothing matches");
            assertThat(console.tab()).containsText("*acme* looks inside");
            Browsers.screenshot(console.page(), "console-search-none");
            search.fill("*15.ex");
            search.press("Enter");
            assertThat(console.row("d15.example")).isVisible();
        }
    }

    @Test
    void withoutRightsTheTabSaysSo(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            // The console itself keeps those out who may not view an organization; this is for rights that end
            // meanwhile.
            console.page()
                    .route(
                            "**/org-switcher/organizations/*/policy",
                            route -> route.fulfill(new FulfillOptions().setStatus(403)));
            console.signIn(viewer, acme, AdminConsole.PROVISIONING);
            assertThat(console.tab()).containsText("You may not see how people join this organization");
        }
    }

    @Test
    void aDomainIsProvenByItsRecord(Browsers browsers) {
        String organization = realm().organization("Proven", "proven", Map.of());
        post(organization, "proven.example");
        JsonNode txt = realm().rest()
                .get("org-switcher/organizations/" + organization + "/domains/proven.example")
                .json()
                .path("record");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            Locator row = console.row("proven.example").first();
            row.locator("summary").click();
            assertThat(row).containsText(txt.path("name").asText());
            assertThat(row).containsText(txt.path("value").asText());
            Browsers.assertAccessible(console.page(), List.of("org-switcher-tab"));

            console.button("Check now").click();
            assertThat(row.locator("details").getByRole(AriaRole.STATUS)).containsText("DNS has no TXT record");
            server().dns().publish(txt.path("name").asText(), txt.path("value").asText());
            console.button("Check now").press("Enter");
            assertThat(row.locator("details").getByRole(AriaRole.STATUS))
                    .containsText("proves that this organization owns the domain");
            assertThat(row.getByText("Proven", new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(row.locator("details")).hasAttribute("open", "");
            assertThat(console.button("Check now")).isFocused();
        }
    }

    @Test
    void whatIsDoneIsToldAboveTheConsoleAndWhatIsRefusedStandsAtItsRow(Browsers browsers) {
        String organization = realm().organization("Told", "told", Map.of());
        post(organization, "first.example");
        post(organization, "second.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.page().route("**/domains/first.example", route -> {
                route.fulfill(new FulfillOptions().setStatus(500));
                console.page().unroute("**/domains/first.example");
            });
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            console.removeDomain("first.example");
            Locator refusal = console.row("first.example").getByRole(AriaRole.ALERT);
            assertThat(refusal).containsText("That did not work");
            console.removeDomain("second.example");
            Locator toast = console.page().getByTestId("global-alerts").getByText("second.example is no longer");
            assertThat(toast).isVisible();
            // Nothing lies over it.
            toast.click(new Locator.ClickOptions().setTrial(true));
            assertThat(console.row("second.example")).hasCount(0);
            assertThat(refusal).isVisible();

            console.removeDomain("first.example");
            assertThat(console.tab()).containsText("Nobody is offered Told until you allow a domain");
            assertThat(refusal).hasCount(0);
        }
    }

    private boolean offers(String username) {
        Page page =
                realm().app().signInSocially(UserAgent.on(server()), username, Map.of("scope", "openid organization"));
        assertThat(page.has("form#org-switcher")).as("the switcher: %s", page).isTrue();
        return page.has("#org-switcher-join-acme");
    }

    private String joinMode(String organization) {
        return realm().rest()
                .get("org-switcher/organizations/" + organization + "/policy")
                .json()
                .path("joinMode")
                .asText();
    }

    private void lifespan(int seconds) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setAccessTokenLifespan(seconds);
        realm().resource().update(representation);
    }
}
