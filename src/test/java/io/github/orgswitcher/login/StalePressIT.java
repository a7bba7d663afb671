package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Presses on pages that somebody, or the same person in another tab, has overtaken: each does what it said, or nothing. */
class StalePressIT extends ManagerSuite {

    @BeforeAll
    void switchThePageOn() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().browserFlowWith("org-switcher");
    }

    @Test
    void takingBackWhatWasApprovedMeanwhileLeavesNothing() {
        String org = managed("hasty");
        manager(org, "hans");
        String hanna = asks(org, "hanna", "hasty");
        Page page = signedIn("account", "hanna");
        decide(org, hanna, "approval");

        Page refused = page.submit("#org-switcher-withdraw-hasty");

        assertThat(refused.element("#org-switcher-error").text()).contains("no open request", "decided already");
        assertThat(refused.has("#org-switcher-memberships-hasty"))
                .as("how it is now")
                .isTrue();
        assertThat(realm().isMember(org, hanna)).isTrue();
        assertThat(errors(hanna)).containsExactly("org_switcher_not_offered");
    }

    @Test
    void takingBackWhatWasDeclinedMeanwhileIsNoWayToAskAgain() {
        String org = managed("nope");
        manager(org, "nils");
        String nora = asks(org, "nora", "nope");
        Page page = signedIn("account", "nora");
        decide(org, nora, "denial");

        Page refused = page.submit("#org-switcher-withdraw-nope");

        assertThat(refused.element("#org-switcher-error").text()).contains("decided already");
        assertThat(refused.has("#org-switcher-denials-nope")).isTrue();
        assertThat(rest("nora")
                        .post("org-switcher/organizations/" + org + "/request")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void leavingWhatWasLeftMeanwhileTakesNoNewRequestBack() {
        String org = managed("twice");
        manager(org, "theo");
        String tina = asks(org, "tina", "twice");
        decide(org, tina, "approval");
        Page page = signedIn("account", "tina");
        String organization = "org-switcher/organizations/" + org;
        assertThat(rest("tina").delete(organization).status()).isEqualTo(204);
        assertThat(rest("tina").post(organization + "/request").status()).isEqualTo(204);

        Page refused = page.submit("#org-switcher-leave-twice");

        assertThat(refused.element("#org-switcher-error").text()).contains("no longer available");
        assertThat(refused.has("#org-switcher-requests-twice")).isTrue();
    }

    @Test
    void decidingOnWhatWasTakenBackMeanwhileIsRefusedAndSoIsWhatIsDecided() {
        String org = managed("both");
        manager(org, "bella");
        String anna = asks(org, "anna", "both");
        String bert = asks(org, "bert", "both");
        Page page = signedIn("manage/both", "bella");
        rest("anna").delete("org-switcher/organizations/" + org + "/request");
        decide(org, bert, "approval");

        for (String press : List.of("approve-" + anna, "deny-" + anna, "approve-" + bert, "deny-" + bert)) {
            assertThat(page.submit("#org-switcher-" + press)
                            .element("#org-switcher-error")
                            .text())
                    .as(press)
                    .contains("no open request");
        }
        assertThat(realm().isMember(org, anna)).isFalse();
        assertThat(realm().isMember(org, bert)).isTrue();
    }

    @Test
    void takingADenialBackThatStandsNoMoreLeavesTheNewRequest() {
        String org = managed("anew");
        manager(org, "mara");
        String carl = asks(org, "carl", "anew");
        decide(org, carl, "denial");
        Page page = signedIn("manage/anew", "mara").submit("#org-switcher-view-declined");
        realm().rest().delete("org-switcher/organizations/" + org + "/enrollments/" + carl + "/denial");
        rest("carl").post("org-switcher/organizations/" + org + "/request");

        Page refused = page.submit("#org-switcher-forget-" + carl);

        assertThat(refused.element("#org-switcher-error").text()).contains("No request of this person was declined");
        assertThat(refused.submit("#org-switcher-view-requests").has("#org-switcher-row-" + carl))
                .isTrue();
    }

    @Test
    void savingSettingsChangesWhatWasChangedThereAlone() {
        String org = realm().organization("own", "own", Map.of("org-switcher.manager-group", List.of("/managers")));
        manager(org, "olga");
        Page first = signedIn("manage/own", "olga").submit("#org-switcher-view-settings");
        Page second = first.submit("#org-switcher-view-settings");
        second.submit("#org-switcher-save", Map.of("joinMode", "REQUEST"));

        first.submit("#org-switcher-save", Map.of("mailWelcome", "true"));

        JsonNode policy = policy(org);
        assertThat(policy.path("joinMode").asText()).as("another tab's").isEqualTo("REQUEST");
        assertThat(policy.path("mailWelcome").asBoolean()).isTrue();
        boolean answers = !first.has("#org-switcher-mailAnswers[checked]");
        realm().rest().put("org-switcher/organizations/" + org + "/policy", Map.of("mailAnswers", answers));
        Page refused = first.submit("#org-switcher-save", Map.of("joinMode", "DISABLED", "mailWelcome", "true"));
        assertThat(refused.element("#org-switcher-error").text())
                .contains("Somebody else has changed this setting meanwhile.");
        assertThat(refused.element("#org-switcher-joinMode option[selected]").attr("value"))
                .as("what was chosen stays")
                .isEqualTo("DISABLED");
        assertThat(policy(org).path("joinMode").asText()).isEqualTo("REQUEST");
        refused.submit("#org-switcher-save");
        assertThat(policy(org).path("joinMode").asText())
                .as("once one has read it")
                .isEqualTo("DISABLED");
        assertThat(policy(org).path("mailAnswers").asBoolean())
                .as("the administrator's, which was only shown here")
                .isEqualTo(answers);
    }

    /** Both have been shown the same, and both find the row held: what they were shown is asked about once it is theirs. */
    @Test
    void ofTwoWhoSaveAtTheSameMomentTheSecondIsTold() {
        String org = realm().organization("same", "same", Map.of("org-switcher.manager-group", List.of("/managers")));
        manager(org, "kim");
        manager(org, "kai");
        Page kim = signedIn("manage/same", "kim").submit("#org-switcher-view-settings");
        Page kai = signedIn("manage/same", "kai").submit("#org-switcher-view-settings");

        List<Page> saved;
        try (HeldRows held = HeldRows.ofOrganization(server(), org)) {
            saved = held.race(
                    2,
                    List.of(
                            () -> kim.submit("#org-switcher-save", Map.of("joinMode", "DISABLED")),
                            () -> kai.submit("#org-switcher-save", Map.of("joinMode", "REQUEST"))));
        }

        Page refused = saved.get(0).has("#org-switcher-error") ? saved.get(0) : saved.get(1);
        String first = refused == saved.get(0) ? "REQUEST" : "DISABLED";
        String second = refused == saved.get(0) ? "DISABLED" : "REQUEST";
        assertThat(saved)
                .filteredOn(page -> page.text().contains("The settings are saved."))
                .hasSize(1);
        assertThat(refused.element("#org-switcher-error").text())
                .contains("Somebody else has changed this setting meanwhile.");
        assertThat(policy(org).path("joinMode").asText()).isEqualTo(first);
        assertThat(refused.element("#org-switcher-joinMode option[selected]").attr("value"))
                .as("what was chosen stays")
                .isEqualTo(second);
        assertThat(refused.submit("#org-switcher-save").text()).contains("The settings are saved.");
        assertThat(policy(org).path("joinMode").asText()).isEqualTo(second);
    }

    private JsonNode policy(String org) {
        return realm().rest()
                .get("org-switcher/organizations/" + org + "/policy")
                .json();
    }

    private void decide(String org, String userId, String decision) {
        assertThat(realm().rest()
                        .post("org-switcher/organizations/" + org + "/enrollments/" + userId + "/" + decision)
                        .status())
                .isLessThan(300);
    }
}
