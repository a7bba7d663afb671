package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Settings on who may come at all. */
class WhoMayComeIT extends SwitcherSuite {

    private static final Map<String, String> CHOOSE = Map.of("prompt", "select_account");
    private static final String PASSWORDLESS = "passwordless";

    @Override
    Map<String, String> settings() {
        return settings("false");
    }

    private static Map<String, String> settings(String membershipRequired) {
        return Map.of(
                "publicAddressesMayNot", "REGISTER##CREATE##BE_INVITED",
                "oneOrganizationPerPerson", "true",
                "membershipRequired", membershipRequired,
                "helpContact", "help@acme.example",
                "reservedNames", "Acme Holding##Keycloak");
    }

    @BeforeAll
    void allowRegistration() {
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.setRegistrationAllowed(true);
        realm().resource().update(realm);
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().passwordless();
        realm().bindBrowserFlow("browser");
    }

    @Test
    void publicAddressGetsNoAccountByEmailAndWhoHasOneSignsIn() {
        realm().user("known", "known@gmail.com");
        String foreseen = "org-switcher/preview?signInKind=PASSWORDLESS&email=";
        assertThat(realm().rest()
                        .get(foreseen + "somebody@gmail.com")
                        .json()
                        .path("noAccount")
                        .asText())
                .startsWith("No new account");
        assertThat(realm().rest().get(foreseen + "known@gmail.com").json().has("noAccount"))
                .isFalse();
        realm().bindBrowserFlow(PASSWORDLESS);
        try {
            for (String address : List.of("somebody@gmail.com", "somebody@mailinator.com")) {
                Page refused = byEmail(address);
                assertThat(refused.text()).contains("No new account is made for this address");
                assertThat(realm().resource().users().searchByEmail(address, true))
                        .isEmpty();
            }
            assertThat(realm().events())
                    .filteredOn(event -> event.getType().equals("LOGIN_ERROR")
                            && "org_switcher_public_address".equals(event.getError()))
                    .hasSize(2);
            assertThat(byEmail("known@gmail.com").text()).as("signs in as ever").doesNotContain("No new account");
            assertThat(Switcher.on(byEmail("new@acme.example")).offers()).contains("acme");
        } finally {
            realm().bindBrowserFlow("browser");
        }
    }

    private Page byEmail(String address) {
        OidcClient app = realm().app();
        return EmailSignIn.byCode(app.authorize(UserAgent.on(server()), ORGANIZATION), server().mailbox(), address);
    }

    @Test
    void onlyAVerifiedAddressOfAnOrganizationCreatesOne() {
        Rest open = signedIn("gmail", "gmail@gmail.com", true);
        Rest unproven = signedIn("unproven", "unproven@elsewhere.example", false);
        for (Rest person : List.of(open, unproven)) {
            assertThat(list(person).path("mayCreate").asBoolean()).isFalse();
            RestResponse refused = create(person, "My own");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("field").asText()).isEqualTo("name");
            assertThat(refused.json().path("errorMessage").asText()).startsWith("Only people with a verified address");
        }
        assertThat(errors("gmail")).containsExactly("org_switcher_public_address");
        assertThat(create(signedIn("proven", "proven@elsewhere.example", true), "Elsewhere")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void reservedNamesAreTakenFromNobodyWhateverTheyLookLike() {
        Person rita = person("rita", "rita@reserved.example");
        Switcher switcher = Switcher.on(rita.signIn(realm().app()));
        for (String name : List.of("Acme Holding", "ACME-HOLDING", "Key cloak.", "Keycl\u00f6ak")) {
            Page refused = switcher.create(name);
            switcher = Switcher.on(refused);
            assertThat(switcher.nameError()).isNotEmpty();
            assertThat(switcher.typedName()).isEqualTo(name);
        }
        assertThat(errors("rita")).contains("org_switcher_name_reserved");
        assertThat(switcher.create("Acme Holding Tools").left()).isTrue();
    }

    @Test
    void invitationOfAPublicAddressIsNoneHere() {
        Person ines = person("ines", "ines@gmail.com");
        Person ivo = person("ivo", "ivo@elsewhere.example");
        realm().invite(initech, "ines@gmail.com");
        realm().invite(initech, "ivo@elsewhere.example");

        assertThat(ines.signIn(realm().app(), CHOOSE).text()).doesNotContain("Initech");
        Switcher shown = Switcher.on(ivo.signIn(realm().app(), CHOOSE));
        assertThat(shown.invitations()).containsExactly("initech");
        UserRepresentation user = realm().resource().users().get(ivo.id()).toRepresentation();
        user.setEmail("ivo@gmail.com");
        realm().resource().users().get(ivo.id()).update(user);

        assertThat(Switcher.on(shown.accept("initech")).choiceError())
                .contains("Invitations to addresses of public or disposable mail providers");
        assertThat(realm().isMember(initech, ivo.id())).isFalse();
        assertThat(errors("ivo")).containsExactly("org_switcher_public_address");
    }

    @Test
    void whoBelongsToOneOrganizationHasNothingBesideIt() {
        Person anna = person("anna", "anna@acme.example");
        OidcClient app = realm().app();
        Switcher first = Switcher.on(anna.signIn(app));
        Switcher second = Switcher.on(anna.elsewhere().signIn(realm().app()));
        assertThat(first.offers()).containsExactly("acme", "acme-labs");
        realm().invite(initech, "anna@acme.example");
        assertThat(organizations(app, first.join("acme"))).containsExactly("acme");

        assertThat(Switcher.on(second.join("acme-labs")).choiceError()).contains("nobody can belong to two here");
        assertThat(anna.elsewhere().signIn(realm().app()).left())
                .as("neither an offer nor an invitation")
                .isTrue();
        Switcher asked = Switcher.on(anna.elsewhere().signIn(realm().app(), CHOOSE));
        assertThat(asked.offers()).isEmpty();
        assertThat(asked.invitations()).isEmpty();
        assertThat(asked.canCreate()).isFalse();
        assertThat(asked.page().post(Map.of("create", "", "name", "Second")).text())
                .contains("nobody can belong to two here");
        assertThat(errors("anna")).containsOnly("org_switcher_one_organization").hasSize(2);
        JsonNode preview = realm().rest()
                .get("org-switcher/preview?signInKind=SOCIAL&email=anna@acme.example")
                .json();
        assertThat(preview.path("outcome").asText()).isEqualTo("PROCEED");
        assertThat(preview.findValuesAsText("verdict")).containsExactlyInAnyOrder("MEMBER", "ONE_ORGANIZATION");
    }

    @Test
    void whoIsApprovedTwiceIsInOnce() {
        String one = organization("one", "REQUEST");
        String two = organization("two", "REQUEST");
        Person berta = person("berta", "berta@both.example");
        Switcher.on(Switcher.on(berta.signIn(realm().app())).request("one")).request("two");

        assertThat(approve(one, berta).status()).isEqualTo(204);
        RestResponse refused = approve(two, berta);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("errorMessage").asText()).contains("Belongs to another organization");
        assertThat(realm().isMember(two, berta.id())).isFalse();
    }

    @Test
    void membershipOfADisabledOrganizationIsOne() {
        String closed = organization("closed", "DISABLED");
        Person dora = person("dora", "dora@acme.example");
        Switcher shown = Switcher.on(dora.signIn(realm().app()));
        realm().member(closed, dora.id());
        disable(closed);

        assertThat(Switcher.on(shown.join("acme")).choiceError()).contains("nobody can belong to two here");
        assertThat(realm().isMember(acme, dora.id())).isFalse();

        realm().invite(initech, "dora@acme.example");
        assertThat(dora.elsewhere().signIn(realm().app()).left())
                .as("neither an offer nor an invitation, nor one to create")
                .isTrue();
        Switcher asked = Switcher.on(dora.elsewhere().signIn(realm().app(), CHOOSE));
        assertThat(asked.offers()).isEmpty();
        assertThat(asked.invitations()).isEmpty();
        assertThat(asked.canCreate()).isFalse();
        assertThat(asked.page().text()).contains("nobody can belong to two here");
        JsonNode preview = realm().rest()
                .get("org-switcher/preview?signInKind=SOCIAL&email=dora@acme.example")
                .json();
        assertThat(preview.path("outcome").asText()).isEqualTo("PROCEED");
        assertThat(preview.findValuesAsText("verdict")).containsOnly("ONE_ORGANIZATION");
        String user = realm().user("dorothy", "dorothy@acme.example");
        realm().member(closed, user);
        JsonNode own =
                list(realm().userRest(realm().app().directGrant("dorothy").accessToken()));
        assertThat(own.path("memberships")).isEmpty();
        assertThat(own.path("onlyDisabled").asBoolean()).isTrue();
        assertThat(own.path("offers")).isEmpty();
        assertThat(own.path("mayCreate").asBoolean()).isFalse();
        Page account = OidcClient.fillLogin(UserAgent.on(server()).open(account()), "dorothy");
        assertThat(account.text())
                .contains("nobody can belong to two here")
                .doesNotContain("do not belong to an organization");
        assertThat(account.element("#org-switcher-help").text()).contains("help@acme.example");

        realm().enableRequiredAction("org-switcher", settings("true"));
        try {
            Page stuck = dora.elsewhere().signIn(realm().app());
            assertThat(Switcher.on(stuck).canSkip()).isFalse();
            assertThat(stuck.text()).contains("nobody can belong to two here").doesNotContain("invite you");
            assertThat(stuck.element("#org-switcher-help").text()).contains("help@acme.example");
        } finally {
            realm().enableRequiredAction("org-switcher", settings());
        }
    }

    @Test
    void whoMayBelongToSeveralIsToldThatTheOnlyOneIsDisabled() {
        String closed = organization("closed-alone", "DISABLED");
        Person lara = person("lara", "lara@nowhere.example");
        realm().user("nils", "nils@nowhere.example");
        Switcher.on(lara.signIn(realm().app())).skip();
        realm().member(closed, lara.id());
        realm().member(closed, realm().user("nora", "nora@nowhere.example"));
        disable(closed);
        Map<String, String> several = new HashMap<>(settings());
        several.put("oneOrganizationPerPerson", "false");
        realm().enableRequiredAction("org-switcher", several);
        try {
            Page page = lara.elsewhere().signIn(realm().app(), CHOOSE);

            assertThat(Switcher.on(page).canCreate()).isTrue();
            assertThat(page.text())
                    .contains("The organization is disabled.")
                    .doesNotContain("do not belong to an organization");
            Page own = OidcClient.fillLogin(UserAgent.on(server()).open(account()), "nora");
            assertThat(own.text())
                    .contains("The organization is disabled.")
                    .contains("help@acme.example")
                    .doesNotContain("do not belong to an organization");
            Page without = OidcClient.fillLogin(UserAgent.on(server()).open(account()), "nils");
            assertThat(without.text()).contains("do not belong to an organization yet");
            assertThat(without.has("#org-switcher-help")).isFalse();
        } finally {
            realm().enableRequiredAction("org-switcher", settings());
        }
    }

    @Test
    void nobodyIsJoinedWithNoQuestionBesideADisabledOrganization() {
        String closed = organization("closed-before", "DISABLED");
        Person hugo = person("hugo", "hugo@later.example");
        Switcher.on(hugo.signIn(realm().app())).skip();
        realm().member(closed, hugo.id());
        disable(closed);
        String later = realm().organization(
                        "Later", "later", Map.of("org-switcher.allowed-domains", List.of("later.example AUTOMATIC")));

        OidcClient app = realm().app();
        assertThat(organizations(app, hugo.elsewhere().signIn(app))).isEmpty();
        assertThat(realm().isMember(later, hugo.id())).isFalse();
        assertThat(errors("hugo")).as("nothing was tried").isEmpty();
    }

    private URI account() {
        return URI.create(server().realmUri(realm().name()) + "/org-switcher/account");
    }

    private void disable(String id) {
        OrganizationRepresentation organization =
                realm().resource().organizations().get(id).toRepresentation();
        organization.setEnabled(false);
        realm().resource().organizations().get(id).update(organization).close();
    }

    @Test
    void ofSeveralThatAskNoQuestionTheFirstIsJoined() {
        Map<String, List<String>> automatic = Map.of(
                "org-switcher.allowed-domains",
                List.of("auto.example"),
                "org-switcher.join-mode",
                List.of("AUTOMATIC"));
        realm().organization("Auto A", "auto-a", automatic);
        realm().organization("Auto B", "auto-b", automatic);
        JsonNode preview = realm().rest()
                .get("org-switcher/preview?signInKind=SOCIAL&email=emil@auto.example")
                .json();
        assertThat(preview.path("outcome").asText()).isEqualTo("PROCEED");
        Person emil = person("emil", "emil@auto.example");
        OidcClient app = realm().app();

        assertThat(organizations(app, emil.signIn(app))).containsExactly("auto-a");
    }

    @Test
    void ofManyTabsOneJoins() {
        String one = organization("tab-one", "SUGGEST");
        String two = organization("tab-two", "SUGGEST");
        Person gina = person("gina", "gina@both.example");
        List<Supplier<Page>> presses = Stream.of("tab-one", "tab-two", "tab-one", "tab-two")
                .map(alias -> {
                    Switcher tab = Switcher.on(gina.elsewhere().signIn(realm().app(), CHOOSE));
                    return (Supplier<Page>) () -> tab.join(alias);
                })
                .toList();
        assertThat(Switcher.on(gina.elsewhere().signIn(realm().app(), CHOOSE))
                        .skip()
                        .left())
                .isTrue();
        List<Page> ends;
        try (HeldRows held = HeldRows.ofPerson(server(), gina.id())) {
            ends = held.race(4, presses);
        }

        assertThat(ends).anyMatch(Page::left);
        assertThat(Stream.of(one, two).filter(org -> realm().isMember(org, gina.id())))
                .hasSize(1);
        assertThat(ends).filteredOn(end -> !end.left()).isNotEmpty().allSatisfy(end -> assertThat(
                        Switcher.on(end).choiceError())
                .contains("nobody can belong to two here"));
    }

    private String organization(String alias, String mode) {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put("org-switcher.allowed-domains", List.of("both.example"));
        attributes.put("org-switcher.join-mode", List.of(mode));
        return realm().organization(alias, alias, attributes);
    }

    private RestResponse approve(String org, Person person) {
        return realm().rest().post("org-switcher/organizations/" + org + "/enrollments/" + person.id() + "/approval");
    }

    private Rest signedIn(String username, String email, boolean verified) {
        String id = realm().user(username, email);
        UserRepresentation user = realm().resource().users().get(id).toRepresentation();
        user.setEmailVerified(verified);
        realm().resource().users().get(id).update(user);
        return realm().userRest(realm().app().directGrant(username).accessToken());
    }

    private static JsonNode list(Rest person) {
        return person.get("org-switcher/organizations").json();
    }

    private static RestResponse create(Rest person, String name) {
        return person.post("org-switcher/organizations", Map.of("name", name));
    }

    private List<String> errors(String username) {
        return realm().resource().getEvents(null, null, realm().userId(username), null, null, null, 0, 100).stream()
                .filter(event -> event.getType().equals("CUSTOM_REQUIRED_ACTION_ERROR"))
                .map(EventRepresentation::getError)
                .toList();
    }
}
