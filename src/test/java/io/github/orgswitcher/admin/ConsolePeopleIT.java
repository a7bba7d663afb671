package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import io.github.orgswitcher.testing.Browsers;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.TestRealm.Admin;
import io.github.orgswitcher.testing.UserAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People, in the tab: who asks, who could be a member, and what somebody would find. */
class ConsolePeopleIT extends ConsoleSuite {

    @Test
    void theyAreLookedForDownloadedInvitedAndMadeMembers(Browsers browsers) throws IOException {
        post(acme, "there.example");
        String ann = realm().user("ann", "ann@there.example");
        realm().user("ben", "ben@there.example");
        String admin = realm().administrator("view-organizations", "manage-organizations", "manage-users");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(admin, acme, AdminConsole.PROVISIONING);
            console.button("Look for people").click();
            assertThat(console.row("@there.example")).hasCount(2);
            assertThat(console.row("ann@there.example")).containsText("Has not signed in since");
            assertThat(console.button("Invite")).isDisabled();

            Download file = console.page()
                    .waitForDownload(() -> console.button("Download as CSV").click());
            assertThat(Files.readString(file.path()))
                    .contains("ann@there.example")
                    .startsWith("id,username");

            console.tab().getByLabel("Select ann@there.example").check();
            Browsers.screenshot(console.page(), "console-there");
            assertThat(console.tab()
                            .locator("th")
                            .evaluateAll("heads => heads.filter(head => head.scrollWidth > head.clientWidth)"
                                    + ".map(head => head.textContent)"))
                    .as("heads that are cut off")
                    .isEqualTo(List.of());
            console.button("Make members").click();
            console.confirm("Make members");
            assertThat(console.tab()).containsText("Done for 1 of 1");
            assertThat(realm().isMember(acme, ann)).isTrue();

            console.tab().getByLabel("Select ben@there.example").check();
            console.button("Invite").click();
            assertThat(console.row("ben@there.example")).containsText("Is invited");
            assertThat(realm().invitations(acme, "ben@there.example")).hasSize(1);
        }
    }

    @Test
    void whoIsSelectedStaysSoOnOtherPages(Browsers browsers) {
        String organization = realm().organization("Paged people", "paged-people", Map.of());
        post(organization, "paged.example");
        for (int i = 10; i < 21; i++) {
            realm().user("paged" + i, "p" + i + "@paged.example");
        }
        String admin = realm().administrator("view-organizations", "manage-organizations", "manage-users");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(admin, organization, AdminConsole.PROVISIONING);
            console.button("Look for people").click();
            assertThat(console.row("@paged.example")).hasCount(10);
            Locator pages = console.tab()
                    .getByRole(
                            AriaRole.NAVIGATION,
                            new Locator.GetByRoleOptions()
                                    .setName("Pages of people who could be members")
                                    .setExact(true));
            Locator first = console.row("@paged.example").first().getByRole(AriaRole.CHECKBOX);
            first.check();
            pages.getByLabel("Next page").click();
            assertThat(console.row("@paged.example")).hasCount(1);
            assertThat(console.tab()).containsText("Selected: 1");
            assertThat(first).not().isChecked();
            first.check();
            pages.getByLabel("Previous page").click();
            assertThat(console.row("@paged.example")).hasCount(10);
            assertThat(first).isChecked();
            assertThat(console.tab()).containsText("Selected: 2");
            console.button("Make members").click();
            console.confirm("Make members");
            assertThat(console.tab()).containsText("Done for 2 of 2");
            assertThat(console.tab()).containsText("Selected: 0");
            assertThat(console.button("Make members")).isDisabled();
        }
    }

    @Test
    void whoMayNotLookForUsersIsNotOfferedTo(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(viewer, acme, AdminConsole.PROVISIONING);
            assertThat(console.tab()).containsText("You can look at these settings.");
            for (String button : List.of("Look for people", "Invite", "Make members")) {
                assertThat(console.button(button)).hasCount(0);
            }
        }
    }

    @Test
    void whoAsksIsApprovedOrDenied(Browsers browsers) {
        String organization = realm().organization("Asked", "asked", Map.of());
        post(organization, "asked.example");
        realm().rest().put("org-switcher/organizations/" + organization + "/policy", Map.of("joinMode", "REQUEST"));
        ask("ada", "ada@asked.example");
        ask("bob", "bob@asked.example");
        String admin = realm().administrator("view-organizations", "manage-organizations", "view-users");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(admin, organization, AdminConsole.PROVISIONING);
            assertThat(console.row("Asked to join")).hasCount(2);
            Browsers.screenshot(console.page(), "console-people");

            assertThat(console.tab()).containsText("Open requests: 2");
            console.page().route("**/approval", route -> {
                route.fulfill(new FulfillOptions().setStatus(500));
                console.page().unroute("**/approval");
            });
            Locator approve = console.button("Approve ada@asked.example");
            Locator refusal = console.row("ada@asked.example").getByRole(AriaRole.ALERT);
            approve.click();
            assertThat(refusal).containsText("That did not work");
            assertThat(approve).hasAccessibleDescription(Pattern.compile("That did not work"));
            assertThat(approve).isFocused();

            approve.click();
            assertThat(console.row("ada@asked.example")).containsText("Joined");
            assertThat(refusal).hasCount(0);
            assertThat(realm().isMember(organization, realm().userId("ada"))).isTrue();

            console.button("Deny bob@asked.example").click();
            console.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Deny"))
                    .click();
            assertThat(console.row("bob@asked.example")).containsText("Denied");
            assertThat(realm().isMember(organization, realm().userId("bob"))).isFalse();

            console.tab()
                    .getByLabel("Status", new Locator.GetByLabelOptions().setExact(true))
                    .selectOption("DENIED");
            assertThat(console.row("ada@asked.example")).hasCount(0);
            assertThat(console.row("bob@asked.example")).isVisible();

            assertThat(console.tab()).not().containsText("Open requests");
            console.button("Take back that bob@asked.example was denied").click();
            assertThat(console.tab()).containsText("bob@asked.example may ask again.");
            assertThat(console.row("bob@asked.example")).hasCount(0);
        }
    }

    @Test
    void aRowThatSomebodyElseHasChangedMeanwhileIsShownAnew(Browsers browsers) {
        String organization = realm().organization("Shared", "shared", Map.of());
        String path = "org-switcher/organizations/" + organization;
        post(organization, "shared.example");
        String user = realm().user("cat", "cat@shared.example");
        EnrollmentRows.of(realm()).add(organization, user, "REQUESTED", null, "shared.example", 1);
        String admin = realm().administrator("view-organizations", "manage-organizations", "view-users");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(admin, organization, AdminConsole.PROVISIONING);
            assertThat(console.button("Approve cat@shared.example")).isVisible();
            realm().rest().post(path + "/enrollments/" + user + "/denial");
            console.button("Approve cat@shared.example").click();
            assertThat(console.tab()).containsText("It may have been decided already.");
            assertThat(console.row("cat@shared.example")).containsText("Denied");
            assertThat(console.button("Approve cat@shared.example")).hasCount(0);

            realm().rest().delete(path + "/domains/shared.example");
            console.removeDomain("shared.example");
            assertThat(console.button("Remove shared.example")).hasCount(0);
        }
    }

    private void ask(String username, String email) {
        realm().socialUser(username, email, true);
        realm().app()
                .signInSocially(UserAgent.on(server()), username, Map.of("scope", "openid organization"))
                .submit("#org-switcher-request-asked");
    }

    @Test
    void thePreviewDrawsThePageAndTellsEachVerdict(Browsers browsers) {
        String organization = realm().organization("Seen ahead", "seen-ahead", Map.of());
        post(organization, "ahead.example");
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(manager, organization, AdminConsole.PROVISIONING);
            Locator email = console.tab().getByLabel("Email address");
            email.fill("not an address");
            email.press("Enter");
            assertThat(email).hasAttribute("aria-invalid", "true");

            email.fill("new@ahead.example");
            email.press("Enter");
            Locator preview = console.tab().getByTestId("org-switcher-preview");
            assertThat(preview).containsText("The organization switcher is shown");
            FrameLocator page = preview.frameLocator("iframe");
            assertThat(page.locator("#kc-page-title")).hasText("Join an organization");
            assertThat(page.locator("#org-switcher-application")).hasCount(0);
            Browsers.screenshot(console.page(), "console-preview");
            String address = console.page().url();
            for (String inert :
                    List.of("#org-switcher-join-seen-ahead", "#org-switcher-restart", "#org-switcher-skip")) {
                page.locator(inert).click();
                assertThat(page.locator("#org-switcher-join-seen-ahead")).isVisible();
            }
            assertThat(console.page()).hasURL(address);
            assertThat(page.locator("script")).hasCount(0);
            assertThat(console.row("This one")).containsText("ahead.example");
            Browsers.assertAccessible(console.page(), List.of("org-switcher-tab"));

            email.fill("somebody@elsewhere.example");
            email.press("Enter");
            assertThat(preview).containsText("No organization allows this domain.");
        }
    }

    @Test
    void thePageIsDrawnForWhoMaySeeAllThatIsOnItAndAsksForIt() {
        post(acme, "drawn.example");
        JsonNode drawn = preview(realm().rest(), "&drawn=true");
        assertThat(drawn.path("html").asText()).contains("<form id=\"org-switcher\"", "new@drawn.example", "Acme");
        assertThat(preview(realm().rest(), "").has("html")).isFalse();
        Admin some = realm().admin("query-organizations");
        FineGrainedPermissions.of(realm()).grant(some, FineGrainedPermissions.ORGANIZATIONS, Set.of(acme), "view");
        JsonNode listed = preview(realm().rest().as(some.accessToken()), "&drawn=true");
        assertThat(listed.path("offers").findValuesAsText("alias")).containsExactly("acme");
        assertThat(listed.has("html")).isFalse();
        assertThat(realm().rest()
                        .get("org-switcher/preview?email=new@drawn.example&drawn=yes")
                        .status())
                .isEqualTo(400);
    }

    private static JsonNode preview(Rest rest, String more) {
        return rest.get("org-switcher/preview?email=new@drawn.example" + more)
                .json()
                .path("page");
    }
}
