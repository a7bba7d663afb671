package io.github.orgswitcher.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.github.orgswitcher.testing.Browsers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People who could be members, in the tab. */
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
    void whoMayNotLookForUsersIsNotOfferedTo(Browsers browsers) {
        try (AdminConsole console = AdminConsole.open(browsers, realm())) {
            console.signIn(viewer, acme, AdminConsole.PROVISIONING);
            assertThat(console.tab()).containsText("You can look at these settings.");
            for (String button : List.of("Look for people", "Invite", "Make members")) {
                assertThat(console.button(button)).hasCount(0);
            }
        }
    }
}
