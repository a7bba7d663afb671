package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Presses on the pages about a membership while somebody holds the organization and does not let go: the page comes back within one
 * wait, says so, and the same press does it later.
 */
@AllServersAnswer
class HeldPressIT extends ManagerSuite {

    /** A wait is five seconds. */
    private static final Duration WAIT_AND_A_HALF = Duration.ofMillis(7_500);

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
    }

    @Test
    void pageSaysThatOthersAreInTheWayAndLosesNothing() {
        String org = managed("held");
        manager(org, "holly");
        String asker = asks(org, "anna", "held");
        String declined = asks(org, "dora", "held");
        String member = asks(org, "paul", "held");
        assertThat(realm().rest()
                        .post("org-switcher/organizations/" + org + "/enrollments/" + member + "/approval")
                        .status())
                .isLessThan(300);
        realm().member(org, realm().user("lea", "lea@held.example"));
        realm().user("joe", "joe@held.example");
        realm().user("ines", "ines@elsewhere.example");
        realm().invite(org, "ines@elsewhere.example");
        realm().invite(org, "gone@elsewhere.example");
        String invitation = realm().invitations(org, "gone@elsewhere.example").get(0);

        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("leave-held", signedIn("account", "lea"));
        pages.put("request-held", signedIn("account", "joe"));
        pages.put("accept-held", signedIn("account", "ines"));
        pages.put("approve-" + asker, managing("requests"));
        pages.put("deny-" + declined, managing("requests"));
        pages.put("appoint-" + member, managing("people"));
        pages.put("save", managing("settings"));
        pages.put("invite", managing("invitations"));
        pages.put("withdraw-" + invitation, managing("invitations"));
        Map<String, Map<String, String>> fields =
                Map.of("save", Map.of("mailWelcome", "true"), "invite", Map.of("email", "new@elsewhere.example"));

        List<Page> held = whileHeld(org, presses(pages, fields));

        List<String> names = List.copyOf(pages.keySet());
        for (int index = 0; index < names.size(); index++) {
            assertThat(held.get(index).element("#org-switcher-error").text())
                    .as(names.get(index))
                    .contains("Others were changing the same at this moment, and nothing was changed. Try again.");
            pages.put(names.get(index), held.get(index));
        }
        assertThat(held.get(names.indexOf("invite")).element("[name=email]").attr("value"))
                .as("what was typed stays")
                .isEqualTo("new@elsewhere.example");
        assertThat(held.get(names.indexOf("save")).has("#org-switcher-mailWelcome[checked]"))
                .as("what was chosen stays")
                .isTrue();
        assertThat(AtOnce.begin(presses(pages, Map.of())).answers())
                .allSatisfy(page -> assertThat(page.has("#org-switcher-error"))
                        .as(page.text())
                        .isFalse());
    }

    private List<Page> whileHeld(String org, List<Supplier<Page>> presses) {
        try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
            AtOnce<Page> begun = AtOnce.begin(presses);
            held.untilWaiting(presses.size());
            HeldRows.waitInVain(server(), org, WAIT_AND_A_HALF);
            assertThat(begun.isUnderWay()).as("longer than one wait and a half").isFalse();
            return begun.answers();
        }
    }

    private static List<Supplier<Page>> presses(Map<String, Page> pages, Map<String, Map<String, String>> fields) {
        List<Supplier<Page>> presses = new ArrayList<>();
        pages.forEach((button, page) ->
                presses.add(() -> page.submit("#org-switcher-" + button, fields.getOrDefault(button, Map.of()))));
        return presses;
    }

    private Page managing(String view) {
        Page page = signedIn("manage/held", "holly");
        return page.has("#org-switcher-view-" + view) ? page.submit("#org-switcher-view-" + view) : page;
    }
}
