package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The REST for those who manage an organization, with their tokens: the rules, refusals and events are the page's. */
class ManagersRestIT extends ManagerSuite {

    @Test
    void requestsAreDecidedOnce() {
        String org = managed("deal");
        String mona = manager(org, "mona");
        Rest rest = rest("mona");
        String anna = asks(org, "anna", "deal");
        String bert = asks(org, "bert", "deal");
        String enrollments = of(org) + "/enrollments";

        JsonNode asked = rest.get(enrollments + "?search=anna").json();
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).path("userId").asText()).isEqualTo(anna);
        assertThat(asked.get(0).path("email").asText()).isEqualTo("anna@deal.example");
        assertThat(asked.get(0).path("domain").asText()).isEqualTo("deal.example");
        assertThat(rest.post(enrollments + "/" + anna + "/approval").status()).isEqualTo(204);
        RestResponse twice = rest.post(enrollments + "/" + anna + "/approval");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(message(twice)).contains("no open request");
        assertThat(rest.post(enrollments + "/" + bert + "/denial").status()).isEqualTo(204);
        assertThat(rest.get(enrollments + "?status=DENIED").json()).hasSize(1);
        assertThat(rest.delete(enrollments + "/" + bert + "/denial").status()).isEqualTo(204);

        assertThat(realm().isMember(org, anna)).isTrue();
        JsonNode joined = rest.get(enrollments + "?status=JOINED").json();
        assertThat(joined).hasSize(1);
        assertThat(joined.get(0).path("method").asText()).isEqualTo("APPROVED_REQUEST");
        for (String nobody : List.of("nobody", "%00")) {
            assertThat(rest.post(enrollments + "/" + nobody + "/approval").status())
                    .isEqualTo(409);
        }
        RestResponse left = rest.get(enrollments + "?status=LEFT");
        assertThat(left.status()).isEqualTo(400);
        assertThat(message(left)).contains("REQUESTED, DENIED, JOINED");
        assertThat(events(mona, "CUSTOM_REQUIRED_ACTION"))
                .extracting(event -> event.getDetails().get("org_switcher_outcome"))
                .containsExactlyInAnyOrder("approved", "denied", "denial_taken_back");
        assertThat(errors(mona)).containsOnly("org_switcher_request_refused").hasSize(3);
    }

    @Test
    void invitationsAreKeycloaksOwn() {
        String org = managed("inv");
        manager(org, "uma");
        Rest rest = rest("uma");
        String invitations = of(org) + "/invitations";

        RestResponse invited = rest.post(invitations, Map.of("email", "Vito@elsewhere.example"));
        assertThat(invited.status()).as(invited.toString()).isEqualTo(201);
        assertThat(invited.json().path("mailed").asBoolean()).isTrue();
        assertThat(invited.json().path("id").asText())
                .isEqualTo(realm().invitations(org, "vito@elsewhere.example").get(0));
        server().mailbox().awaitMailTo("vito@elsewhere.example");
        for (String address : List.of("vito@elsewhere.example", "no address", "")) {
            RestResponse refused = rest.post(invitations, Map.of("email", address));
            assertThat(refused.status()).as(address).isEqualTo(address.startsWith("vito") ? 409 : 400);
            assertThat(refused.json().path("field").asText()).isEqualTo("email");
        }
        String anew = rest.post(invitations + "/" + invited.json().path("id").asText() + "/resend")
                .json()
                .path("id")
                .asText();
        JsonNode listed = rest.get(invitations + "?search=vito").json();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("id").asText()).isEqualTo(anew);
        assertThat(listed.get(0).path("expired").asBoolean()).isFalse();
        assertThat(rest.delete(invitations + "/" + anew).status()).isEqualTo(204);
        assertThat(rest.delete(invitations + "/" + anew).status()).isEqualTo(404);
        assertThat(realm().invitations(org, "vito@elsewhere.example")).isEmpty();
    }

    @Test
    void lookUpsOfDnsComeToAnEnd() {
        String org = managed("asking");
        manager(org, "asta");
        Rest rest = rest("asta");
        String verification = of(org) + "/domains/asking.example/verification";
        for (int look = 0; look < 20; look++) {
            assertThat(rest.post(verification).status()).isEqualTo(200);
        }
        RestResponse refused = rest.post(verification);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(message(refused)).contains("too often");
    }

    @Test
    void domainOpensOnceItIsProven() {
        String org = managed("prove");
        String paul = manager(org, "paul");
        Rest rest = rest("paul");
        realm().user("pia", "pia@proof.example");
        String domains = of(org) + "/domains";

        RestResponse added = rest.post(domains, Map.of("domain", " Proof.EXAMPLE "));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.json().path("domain").asText()).isEqualTo("proof.example");
        assertThat(added.json().path("proven").asBoolean()).isFalse();
        JsonNode listed = rest.get(domains + "?search=proof.example").json().get(0);
        assertThat(listed.path("closed").asText()).isEqualTo("DOMAIN_NEEDS_PROOF");
        assertThat(listed.path("message").asText()).contains("Nobody gets in");
        assertThat(rest("pia").post(of(org) + "/request").status()).isEqualTo(404);
        assertThat(rest.post(domains + "/proof.example/verification")
                        .json()
                        .path("proven")
                        .asBoolean())
                .isFalse();
        server().dns()
                .publish(
                        listed.path("record").path("name").asText(),
                        listed.path("record").path("value").asText());
        RestResponse proven = rest.post(domains + "/proof.example/verification");
        assertThat(proven.json().path("proven").asBoolean()).isTrue();
        assertThat(proven.json().path("message").asText()).contains("proven");
        assertThat(rest("pia").post(of(org) + "/request").status()).isEqualTo(204);
        RestResponse elsewhere = rest.post(domains + "/proof.example/affiliation");
        assertThat(elsewhere.status()).isEqualTo(409);
        RestResponse own = rest.post(domains, Map.of("domain", "managers.example"));
        assertThat(own.json().path("proven").asBoolean())
                .as("the manager’s address is on it")
                .isTrue();

        assertThat(rest.delete(domains + "/proof.example").status()).isEqualTo(204);
        assertThat(rest.delete(domains + "/proof.example").status()).isEqualTo(404);
        assertThat(rest.delete(domains + "/prove.example").status())
                .as("the attribute’s")
                .isEqualTo(409);
        RestResponse open = rest.post(domains, Map.of("domain", "gmail.com"));
        assertThat(open.status()).isEqualTo(400);
        assertThat(open.json().path("field").asText()).isEqualTo("domain");
        assertThat(errors(paul)).containsOnly("org_switcher_domain_refused").hasSize(4);
    }

    @Test
    void policyIsChangedWithinWhatTheRealmLetsThem() {
        String org = realm().organization(
                        "tune",
                        "tune",
                        Map.of(
                                "org-switcher.manager-group",
                                List.of("/managers"),
                                "org-switcher.mail-answers",
                                List.of("false")));
        String xena = manager(org, "xena");
        Rest rest = rest("xena");
        String policy = of(org) + "/policy";

        JsonNode before = rest.get(policy).json();
        assertThat(before.path("joinMode").asText()).isEqualTo("SUGGEST");
        assertThat(before.path("mailAnswers").isBoolean()).isTrue();
        assertThat(before.path("settings").path(0).path("options").toString())
                .isEqualTo("[\"DISABLED\",\"SUGGEST\",\"REQUEST\"]");
        assertThat(rest.put(policy, before.toString()).status()).isEqualTo(204);
        assertThat(rest.put(policy, Map.of("joinMode", "REQUEST", "mailWelcome", true))
                        .status())
                .isEqualTo(204);
        JsonNode changed = realm().rest().get(policy).json();
        assertThat(changed.path("joinMode").asText()).isEqualTo("REQUEST");
        assertThat(changed.path("mailWelcome").asBoolean()).isTrue();
        refused(rest.put(policy, Map.of("maxMembers", 1)), 400, "maxMembers");
        refused(rest.put(policy, Map.of("managerGroup", "/others")), 400, "managerGroup");
        refused(rest.put(policy, Map.of("joinMode", "AUTOMATIC")), 400, "joinMode");
        refused(rest.put(policy, Map.of("mailWelcome", "true")), 400, "mailWelcome");
        refused(rest.put(policy, Map.of("mailAnswers", true)), 409, "mailAnswers");
        assertThat(realm().rest().get(policy).json()).isEqualTo(changed);
        assertThat(errors(xena)).containsOnly("org_switcher_policy_refused").hasSize(5);
    }

    @Test
    void managersMakeManagersAndTheLastOneStays() {
        String org = managed("chain");
        String cora = manager(org, "cora");
        Rest rest = rest("cora");
        String managers = of(org) + "/managers";
        String dirk = asks(org, "dirk", "chain");
        String byAdmin = realm().user("byadmin", "byadmin@chain.example");
        realm().member(org, byAdmin);

        for (String nobody : List.of(dirk, byAdmin, "nobody", "%00")) {
            RestResponse refused = rest.put(managers + "/" + nobody, "");
            assertThat(refused.status()).as(nobody).isEqualTo(409);
            assertThat(message(refused)).contains("Only a member who has joined here");
        }
        refused(rest.delete(managers + "/" + cora), 409, "");
        rest.post(of(org) + "/enrollments/" + dirk + "/approval");
        assertThat(rest("dirk").get(managers).status()).isEqualTo(404);
        assertThat(rest.put(managers + "/" + dirk, "").status()).isEqualTo(204);

        assertThat(emails(rest("dirk").get(managers)))
                .containsExactlyInAnyOrder("cora@managers.example", "dirk@chain.example");
        assertThat(emails(rest("dirk").get(managers + "?search=dirk"))).containsExactly("dirk@chain.example");
        assertThat(rest("dirk").delete(managers + "/" + cora).status()).isEqualTo(204);
        assertThat(rest.get(managers).status()).as("no manager any more").isEqualTo(404);
        assertThat(rest.put(managers + "/" + cora, "").status()).isEqualTo(404);
        assertThat(rest("dirk").delete(managers + "/" + cora).status()).isEqualTo(404);
        assertThat(rest("dirk").delete(managers + "/" + dirk).status()).isEqualTo(409);
        assertThat(realm().isMember(org, cora)).as("a member all the same").isTrue();
        assertThat(events(cora, "CUSTOM_REQUIRED_ACTION"))
                .filteredOn(event -> dirk.equals(event.getDetails().get("org_switcher_person")))
                .extracting(event -> event.getDetails().get("org_switcher_outcome"))
                .containsExactlyInAnyOrder("approved", "manager_appointed");
        assertThat(errors(cora))
                .containsOnly("org_switcher_manager_refused", "org_switcher_last_manager", "org_switcher_not_manager")
                .hasSize(6);
        assertThat(errors(dirk)).containsExactlyInAnyOrder("org_switcher_manager_refused", "org_switcher_last_manager");
    }

    @Test
    void nobodyManagesInSomebodyElsesName() {
        String org = managed("acted");
        manager(org, "mara");
        String gina = asks(org, "gina", "acted");
        UserAgent administrator = UserAgent.on(server());
        RestResponse acting = realm().rest().post("users/" + realm().userId("mara") + "/impersonation");
        administrator.take(server().realmUri(realm().name()), acting);
        OidcClient app = realm().app();
        Rest inHerName = realm().userRest(
                        app.tokens(app.authorize(administrator, ORGANIZATION)).accessToken());

        assertThat(inHerName.get("org-switcher/organizations").status()).isEqualTo(200);
        assertThat(inHerName.get(of(org) + "/enrollments").status()).isEqualTo(404);
        assertThat(inHerName
                        .post(of(org) + "/enrollments/" + gina + "/approval")
                        .status())
                .isEqualTo(404);
        assertThat(realm().isMember(org, gina)).isFalse();
    }

    private static void refused(RestResponse answer, int status, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
        assertThat(message(answer)).contains(" ");
    }

    private static List<String> emails(RestResponse answer) {
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(each -> each.path("email").asText())
                .toList();
    }

    private static String message(RestResponse answer) {
        return answer.json().path("errorMessage").asText();
    }

    private static String of(String org) {
        return "org-switcher/organizations/" + org;
    }
}
