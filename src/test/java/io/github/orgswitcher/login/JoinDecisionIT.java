package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.LeavesTrace;
import io.github.orgswitcher.testing.LogFromHere;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** A jar of the tests' own has a word in who comes in, as an operator's would: its organizations can be frozen. */
@LeavesTrace(
        of = "The join decision frozen-organizations failed",
        because = "A decision fails here, which is for an operator to see")
class JoinDecisionIT extends SwitcherSuite {

    private static final String FROZEN = "frozen-until";
    private static final String NEVER_THAWS = "2999-12-31";
    private static final String SENTENCE = "takes nobody in before " + NEVER_THAWS;

    @Test
    void whoeverJoinsIsToldWhyNotAndMayWhenItIsOver() {
        String org = organization("join", "SUGGEST", NEVER_THAWS);
        Person anna = person("anna", "anna@join.example");

        Page refused = Switcher.on(anna.signIn(realm().app())).join("join");

        assertThat(Switcher.on(refused).choiceError()).contains("join " + SENTENCE);
        assertThat(errors(anna)).containsExactly("org_switcher_vetoed");
        assertThat(realm().isMember(org, anna.id())).isFalse();
        RestResponse denied = signedIn("ilse", "ilse@join.example").post("org-switcher/organizations/" + org + "/join");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().path("errorMessage").asText()).contains(SENTENCE);
        freezeUntil(org, "2020-01-01");
        assertThat(Switcher.on(refused).join("join").left()).isTrue();
        assertThat(realm().isMember(org, anna.id())).isTrue();
    }

    @Test
    void whoeverAsksOrIsApprovedIsRefusedTheSameWay() {
        String org = organization("ask", "REQUEST", "2020-01-01");
        Person berta = person("berta", "berta@ask.example");
        Person carl = person("carl", "carl@ask.example");
        Switcher carls = Switcher.on(carl.signIn(realm().app()));
        Switcher.on(Switcher.on(berta.signIn(realm().app())).request("ask"));
        freezeUntil(org, NEVER_THAWS);

        assertThat(Switcher.on(carls.request("ask")).choiceError()).contains(SENTENCE);
        RestResponse approval =
                realm().rest().post("org-switcher/organizations/" + org + "/enrollments/" + berta.id() + "/approval");
        assertThat(approval.status()).isEqualTo(409);
        assertThat(approval.json().path("errorMessage").asText()).contains(SENTENCE);

        assertThat(realm().isMember(org, berta.id())).isFalse();
        assertThat(errors(carl)).containsExactly("org_switcher_vetoed");
    }

    @Test
    void whoeverIsInvitedKeepsTheInvitation() {
        String org = organization("invite", "DISABLED", NEVER_THAWS);
        Person dora = person("dora", "dora@elsewhere.example");
        realm().invite(org, "dora@elsewhere.example");

        Page refused = Switcher.on(dora.signIn(realm().app())).accept("invite");

        assertThat(Switcher.on(refused).choiceError()).contains(SENTENCE);
        assertThat(Switcher.on(refused).invitations()).containsExactly("invite");
        assertThat(realm().isMember(org, dora.id())).isFalse();
    }

    @Test
    void whoeverWouldBeJoinedWithNoQuestionSignsInWithoutIt() {
        String org = organization("auto", "AUTOMATIC", NEVER_THAWS);
        Person emil = person("emil", "emil@auto.example");

        Switcher offered = Switcher.on(emil.signIn(realm().app()));

        assertThat(errors(emil)).containsExactly("org_switcher_vetoed");
        assertThat(offered.offers()).containsExactly("auto");
        assertThat(Switcher.on(offered.join("auto")).choiceError()).contains(SENTENCE);
        assertThat(realm().isMember(org, emil.id())).isFalse();
    }

    @Test
    void whoeverCreatesKeepsWhatWasTyped() {
        Person fred = person("contractor-fred", "fred@elsewhere.example");

        Page refused = Switcher.on(fred.signIn(realm().app())).create("Fred's own");

        assertThat(Switcher.on(refused).nameError()).isEqualTo("Contractors can't create organizations.");
        assertThat(Switcher.on(refused).typedName()).isEqualTo("Fred's own");
        assertThat(errors(fred)).containsExactly("org_switcher_vetoed");
        RestResponse denied = signedIn("contractor-jane", "jane@elsewhere.example")
                .post("org-switcher/organizations", Map.of("name", "Jane's own"));
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().path("errorMessage").asText())
                .as("no pattern, but a sentence")
                .isEqualTo("Contractors can't create organizations.");
        assertThat(realm().resource().organizations().search("own", false, 0, 10))
                .isEmpty();
        Person gina = person("gina", "gina@elsewhere.example");
        OidcClient app = realm().app();
        assertThat(organizations(app, Switcher.on(gina.signIn(app)).create("Gina's own")))
                .hasSize(1);
    }

    @Test
    void whatFailsLetsNobodyInAndIsNoErrorPage() {
        String org = organization("broken", "SUGGEST", "hedwig@broken.example is no date");
        Person hedwig = person("hedwig", "hedwig@broken.example");
        LogFromHere log = LogFromHere.of(server());

        Page refused = Switcher.on(hedwig.signIn(realm().app())).join("broken");

        assertThat(Switcher.on(refused).choiceError()).contains("could not be decided");
        assertThat(errors(hedwig)).containsExactly("org_switcher_decision_failed");
        assertThat(realm().isMember(org, hedwig.id())).isFalse();
        assertThat(log.text())
                .contains("The join decision frozen-organizations failed", "DateTimeParseException")
                .doesNotContain("hedwig@broken.example");
    }

    private String organization(String alias, String mode, String frozenUntil) {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put("org-switcher.allowed-domains", List.of(alias + ".example"));
        attributes.put("org-switcher.join-mode", List.of(mode));
        attributes.put(FROZEN, List.of(frozenUntil));
        return realm().organization(alias, alias, attributes);
    }

    private void freezeUntil(String org, String day) {
        var resource = realm().resource().organizations().get(org);
        OrganizationRepresentation changed = resource.toRepresentation();
        changed.getAttributes().put(FROZEN, List.of(day));
        resource.update(changed).close();
    }

    private Rest signedIn(String username, String email) {
        realm().user(username, email);
        return realm().userRest(realm().app().directGrant(username).accessToken());
    }

    private List<String> errors(Person person) {
        return realm().resource().getEvents(null, null, person.id(), null, null, null, 0, 100).stream()
                .filter(event -> event.getType().equals("CUSTOM_REQUIRED_ACTION_ERROR"))
                .map(EventRepresentation::getError)
                .toList();
    }
}
