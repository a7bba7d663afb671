package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.Rows;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/** Requests to join, and what administrators decide about them. */
class JoinRequestsIT extends SwitcherSuite {

    private final Rows rows = new Rows(server().sql());

    @Override
    Map<String, String> settings() {
        return Map.of("creation", "OFF", "askAgainAfterDays", "30", "excludedClients", "app2");
    }

    @Test
    void whoIsApprovedFindsTheMembershipAtTheNextLogin() {
        String org = organization("approve", Map.of());
        Person anna = asked("anna", "approve");
        assertThat(decide(org, anna, "approval").status()).isEqualTo(204);
        assertThat(realm().isMember(org, anna.id())).isTrue();
        assertThat(realm().adminEvents())
                .filteredOn(event -> event.getResourcePath()
                        .equals("organizations/" + org + "/enrollments/" + anna.id() + "/approval"))
                .singleElement()
                .satisfies(event -> assertThat(event.getRepresentation())
                        .contains("\"status\":\"JOINED\"", "\"method\":\"APPROVED_REQUEST\"", "decidedBy"));
        OidcClient app = realm().app();
        assertThat(organizations(app, anna.elsewhere().signIn(app))).containsExactly("approve");
        assertConflict(decide(org, anna, "approval"), "no open request");
        assertConflict(decide(org, anna, "denial"), "no open request");
    }

    @Test
    void whoIsDeniedMayNotAskUntilTheDenialIsForgotten() {
        String org = organization("deny", Map.of());
        Person berta = person("berta", "berta@deny.example");
        Switcher first = Switcher.on(berta.signIn(realm().app()));
        Switcher second = Switcher.on(berta.elsewhere().signIn(realm().app()));
        first.request("deny");
        assertThat(decide(org, berta, "denial").status()).isEqualTo(204);

        assertThat(Switcher.on(second.request("deny")).choiceError()).contains("was declined");
        assertThat(berta.elsewhere().signIn(realm().app()).left()).isTrue();
        assertConflict(decide(org, berta, "approval"), "no open request");

        for (String list : List.of("org-switcher/organizations/" + org + "/enrollments", "org-switcher/enrollments")) {
            JsonNode denied = realm().rest()
                    .get(list + "?status=DENIED&search=berta")
                    .json()
                    .path(0);
            assertThat(denied.path("askAgainAt").asLong())
                    .as(list)
                    .isEqualTo(denied.path("updatedAt").asLong()
                            + Duration.ofDays(30).toMillis());
        }
        String path = "org-switcher/organizations/" + org + "/enrollments/" + berta.id();
        assertThat(realm().rest().delete(path + "/denial").status()).isEqualTo(204);
        assertThat(realm().rest().delete(path + "/denial").status()).isEqualTo(404);
        assertThat(Switcher.on(berta.elsewhere().signIn(realm().app())).requestable())
                .containsExactly("deny");
    }

    @Test
    void whoIsDeniedIsToldOnceAndMayAskAgainInTime() {
        String org = organization("told", Map.of());
        Person emil = asked("emil", "told");
        decide(org, emil, "denial");
        JsonNode foreseen = preview("emil@told.example");
        assertThat(foreseen.path("page").path("denials").path(0).path("alias").asText())
                .isEqualTo("told");
        assertThat(foreseen.path("candidates").path(0).path("askAgainAt").asLong())
                .isGreaterThan(System.currentTimeMillis());
        assertThat(foreseen.path("candidates").path(0).path("message").asText()).contains("may ask again from");
        assertThat(emil.elsewhere().signIn(realm().app2()).left())
                .as("an excluded client shows no page")
                .isTrue();

        Page page = emil.elsewhere().signIn(realm().app());

        String sentence = Switcher.on(page).denials().get("told");
        assertThat(sentence).startsWith("told declined your request to join. You can ask again from ");
        assertThat(page.document().title())
                .as("a title is read out when a page has come")
                .startsWith(sentence);
        assertThat(Switcher.on(page).requestable()).isEmpty();
        Page refused = Switcher.on(page).post("request", org);
        assertThat(Switcher.on(refused).choiceError()).isNotEmpty();
        assertThat(Switcher.on(refused).denials()).as("while it is open").containsValue(sentence);
        assertThat(Switcher.on(refused.agent().open(refused.uri())).denials())
                .as("nothing was chosen")
                .containsValue(sentence);
        assertThat(emil.elsewhere().signIn(realm().app()).left())
                .as("is told once")
                .isTrue();

        rows.age(org, emil.id(), 31);

        assertThat(emil.elsewhere().signIn(realm().app()).left())
                .as("no page for what was seen")
                .isTrue();
        Switcher later = Switcher.on(emil.elsewhere().signIn(realm().app(), Map.of("prompt", "select_account")));
        assertThat(later.denials()).isEmpty();
        assertThat(later.requestable()).containsExactly("told");
        assertThat(Switcher.on(later.request("told")).requested()).containsExactly("told");
        decide(org, emil, "denial");
        assertThat(Switcher.on(emil.elsewhere().signIn(realm().app())).denials())
                .as("another denial is told, too")
                .containsKey("told");
    }

    /** What decides now, and not the domain that was asked over. */
    @Test
    void whoIsDeniedMayAskAgainByTheDomainThatDecidesNow() {
        String org = realm().organization("Dates", "dates", Map.of());
        String domains = "org-switcher/organizations/" + org + "/domains";
        realm().rest().post(domains, Map.of("domain", "*.dates.example", "joinMode", "REQUEST"));
        Person fritz = person("fritz", "fritz@sub.dates.example");
        Switcher.on(fritz.signIn(realm().app())).request("dates");
        decide(org, fritz, "denial");
        assertThat(datesToAskAgain("fritz@sub.dates.example", "fritz")).containsOnly(true);

        realm().rest().post(domains, Map.of("domain", "sub.dates.example", "joinMode", "SUGGEST"));
        assertThat(datesToAskAgain("fritz@sub.dates.example", "fritz")).containsOnly(false);

        realm().rest().put(domains + "/sub.dates.example", Map.of("joinMode", "REQUEST"));
        realm().rest().put(domains + "/*.dates.example", Map.of("joinMode", "DISABLED"));
        assertThat(datesToAskAgain("fritz@sub.dates.example", "fritz")).containsOnly(true);
    }

    /** Whether there is one in the organization's list, the realm's, and the preview. */
    private List<Boolean> datesToAskAgain(String email, String username) {
        JsonNode realms = realm().rest()
                .get("org-switcher/enrollments?status=DENIED&search=" + username)
                .json()
                .path(0);
        return List.of(
                realms.has("askAgainAt"),
                realm().rest()
                        .get("org-switcher/organizations/"
                                + realms.path("organization").path("id").asText() + "/enrollments?status=DENIED")
                        .json()
                        .path(0)
                        .has("askAgainAt"),
                preview(email).path("candidates").path(0).has("askAgainAt"));
    }

    @Test
    void whoIsDeniedIsToldWhateverHasBecomeOfTheDomain() {
        String org = organization("moved", Map.of());
        Person gerd = asked("gerd", "moved");
        decide(org, gerd, "denial");
        rows.age(org, gerd.id(), 40);
        UserRepresentation user = user(gerd);
        user.setEmail("gerd@elsewhere.example");
        update(user);

        assertThat(Switcher.on(gerd.elsewhere().signIn(realm().app())).denials())
                .as("nobody may ask over the new one, whatever the day")
                .containsEntry("moved", "moved declined your request to join.");
        assertThat(gerd.elsewhere().signIn(realm().app()).left()).isTrue();
    }

    @Test
    void whoIsDeniedAndThenMadeAMemberIsToldNothing() {
        String org = organization("spite", Map.of());
        Person hans = asked("hans", "spite");
        decide(org, hans, "denial");
        realm().member(org, hans.id());

        assertThat(hans.elsewhere().signIn(realm().app()).left()).isTrue();
    }

    private JsonNode preview(String email) {
        return realm().rest()
                .get("org-switcher/preview?signInKind=SOCIAL&email=" + email)
                .json();
    }

    @Test
    void rulesAreCheckedAgainWhenSomeoneApproves() {
        String org = organization("recheck", Map.of("org-switcher.max-members", List.of("1")));
        Person clara = asked("clara", "recheck");
        UserRepresentation user = user(clara);

        user.setEmailVerified(false);
        update(user);
        assertConflict(decide(org, clara, "approval"), "not verified");
        user.setEmailVerified(true);
        user.setEmail("clara@elsewhere.example");
        update(user);
        assertConflict(decide(org, clara, "approval"), "no longer matches");
        user.setEmail("clara@recheck.example");
        user.setEnabled(false);
        update(user);
        assertConflict(decide(org, clara, "approval"), "disabled");
        user.setEnabled(true);
        update(user);
        String other = realm().user("other", "other@elsewhere.example");
        realm().member(org, other);
        assertConflict(decide(org, clara, "approval"), "no places left");
        assertThat(realm().isMember(org, clara.id())).isFalse();
        realm().resource()
                .organizations()
                .get(org)
                .members()
                .member(other)
                .delete()
                .close();
        assertThat(decide(org, clara, "approval").status()).isEqualTo(204);
        assertThat(realm().isMember(org, clara.id())).isTrue();
    }

    @Test
    void whoeverIsInvitedTooHasOneSeat() {
        String org = organization("wanted", Map.of("org-switcher.max-members", List.of("1")));
        Person emma = asked("emma", "wanted");
        realm().invite(org, "emma@wanted.example");

        assertThat(decide(org, emma, "approval").status()).isEqualTo(204);

        assertThat(realm().isMember(org, emma.id())).isTrue();
        assertThat(realm().invitations(org, "emma@wanted.example"))
                .as("is used up")
                .isEmpty();
    }

    @Test
    void onlyManagersDecideAndOnlyOnRequestsThatAreThere() {
        String org = organization("rights", Map.of());
        Person dora = asked("dora", "rights");
        String path = "org-switcher/organizations/" + org + "/enrollments/" + dora.id();
        String viewer = realm().adminToken("view-organizations");
        for (String decision : List.of("/approval", "/denial")) {
            assertThat(realm().rest().as(viewer).post(path + decision).status()).isEqualTo(403);
            assertThat(realm().rest()
                            .post(path.replace(dora.id(), "nobody") + decision)
                            .status())
                    .isEqualTo(404);
            assertThat(realm().rest().post(path.replace(org, acme) + decision).status())
                    .isEqualTo(404);
        }
        assertThat(realm().rest().as(viewer).delete(path + "/denial").status()).isEqualTo(403);
        assertConflict(realm().rest().delete(path + "/denial"), "declined");
        String manager = realm().adminToken("manage-organizations");
        assertThat(realm().rest().as(manager).post(path + "/denial").status()).isEqualTo(204);
    }

    private String organization(String alias, Map<String, List<String>> more) {
        Map<String, List<String>> attributes = new HashMap<>(more);
        attributes.put("org-switcher.allowed-domains", List.of(alias + ".example"));
        attributes.put("org-switcher.join-mode", List.of("REQUEST"));
        return realm().organization(alias, alias, attributes);
    }

    /** Somebody who has asked to join. */
    private Person asked(String username, String alias) {
        Person person = person(username, username + "@" + alias + ".example");
        Switcher.on(Switcher.on(person.signIn(realm().app())).request(alias));
        return person;
    }

    private RestResponse decide(String org, Person person, String decision) {
        return realm().rest()
                .post("org-switcher/organizations/" + org + "/enrollments/" + person.id() + "/" + decision);
    }

    private UserRepresentation user(Person person) {
        return realm().resource().users().get(person.id()).toRepresentation();
    }

    private void update(UserRepresentation user) {
        realm().resource().users().get(user.getId()).update(user);
    }

    private static void assertConflict(RestResponse response, String sentence) {
        assertThat(response.status()).as(response.toString()).isEqualTo(409);
        JsonNode error = response.json();
        assertThat(error.path("errorMessage").asText()).contains(sentence);
    }
}
