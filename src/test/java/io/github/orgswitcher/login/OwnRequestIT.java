package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.LockWaits;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import io.github.orgswitcher.testing.UserAgent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPAttributeRequired;
import org.keycloak.representations.userprofile.config.UPConfig;

/**
 * What the switcher writes waits for no request of its own, and what it has written the login sees: whatever other pages come
 * before, and on a database that reads repeatably too.
 */
@AllServersAnswer
class OwnRequestIT extends SwitcherSuite {

    private static final String AUTO = "auto.example";
    private static final String PROFILE = "#kc-update-profile-form";

    private String auto = "";
    private LockWaits waits;

    @Override
    Map<String, String> settings() {
        return Map.of("intercept", "SOCIAL##PASSWORDLESS##PASSWORD");
    }

    @BeforeAll
    void prepare() {
        auto = realm().organization(
                        "Auto",
                        "auto",
                        Map.of(
                                "org-switcher.allowed-domains", List.of(AUTO),
                                "org-switcher.join-mode", List.of("AUTOMATIC")));
        realm().passwordless();
        realm().browserFlow(
                        "email-or-password",
                        FlowStep.alternative("auth-cookie"),
                        FlowStep.alternative("org-switcher"),
                        FlowStep.alternative("identity-provider-redirector"),
                        FlowStep.alternative("email-sign-in"),
                        FlowStep.alternative("auth-username-password-form"));
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.setEditUsernameAllowed(true);
        realm().resource().update(realm);
        UPConfig profile = realm().resource().users().userProfile().getConfiguration();
        UPAttributeRequired everybody = new UPAttributeRequired();
        everybody.setRoles(Set.of("user"));
        profile.getAttribute("firstName").setRequired(everybody);
        realm().resource().users().userProfile().update(profile);
        realm().enableRequiredAction("TERMS_AND_CONDITIONS", Map.of());
    }

    @BeforeEach
    void countWaits() {
        waits = LockWaits.of(server());
    }

    /** Whoever has waited for nobody but the own request has lost nothing but time. */
    @AfterEach
    void nothingWasWaitedForAndNothingWasLost() {
        assertThat(waits.since()).as("waits for a lock").isZero();
        assertThat(realm().events())
                .filteredOn(event -> event.getError() != null)
                .isEmpty();
        realm().resource().clearEvents();
    }

    @Test
    void whoChangesTheUserNameOnTheProfilePageIsJoinedAtOnce() {
        OidcClient app = realm().app();
        Page profile = byEmail(app, UserAgent.on(server()), "renamed@" + AUTO, Map.of());

        Page end = fill(profile, "renamed-by-hand");

        assertThat(organizations(app, end)).containsExactly("auto");
        assertThat(realm().isMember(auto, realm().userId("renamed-by-hand"))).isTrue();
    }

    @Test
    void whoComesWhileAnotherIsAtTheProfilePageIsJoinedAtOnce() {
        OidcClient app = realm().app();
        Page open = byEmail(app, UserAgent.on(server()), "open@" + AUTO, Map.of());

        assertThat(joined("beside-the-page")).containsExactly("auto");

        assertThat(organizations(app, fill(open, "open"))).containsExactly("auto");
    }

    @Test
    void whoComesWhileAnothersProfileIsHeldIsJoinedAtOnce() {
        OidcClient app = realm().app();
        Page open = byEmail(app, UserAgent.on(server()), "held@" + AUTO, Map.of());
        AtOnce<Page> submit;
        try (HeldRows held = HeldRows.ofUser(server(), realm().userId("held@" + AUTO))) {
            submit = AtOnce.begin(1, () -> fill(open, "held"));
            held.untilWaiting(1);
            countWaits();
            assertThat(joined("beside-the-write")).containsExactly("auto");
            assertThat(submit.isUnderWay()).isTrue();
        }

        assertThat(organizations(app, submit.answers().get(0))).containsExactly("auto");
    }

    @Test
    void whoAsksForAnotherLanguageOnTheWayIsJoinedAtOnce() {
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(Set.of("en", "de"));
        realm().resource().update(realm);
        OidcClient app = realm().app();
        Page profile =
                byEmail(app, UserAgent.on(server()), "language@" + AUTO, Map.of("ui_locales", "de", "kc_locale", "de"));

        assertThat(organizations(app, fill(profile, "language"))).containsExactly("auto");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERMS_AND_CONDITIONS", "UPDATE_PROFILE", "UPDATE_PASSWORD", "VERIFY_EMAIL"})
    void otherActionsComeBeforeAnAutomaticMembership(String action) {
        for (Map<String, String> request :
                List.of(Map.<String, String>of(), Map.of("kc_action", "org-switcher:auto"))) {
            String name = action.toLowerCase() + request.size();
            asks(name, name + "@" + AUTO, action);
            UserAgent agent = UserAgent.on(server());
            OidcClient app = realm().app();
            Page login = app.authorize(agent, with(request)).submit("button[name=authenticationExecution]");
            Page page = OidcClient.fillLogin(login, name);

            Page end = carryOut(action, page, agent, name);

            assertThat(organizations(app, end)).as("%s", request).containsExactly("auto");
            assertThat(end.query().get("kc_action_status")).isEqualTo(request.isEmpty() ? null : "success");
        }
    }

    @Test
    void bothDoorsJoinAndAskOnce() {
        organization("Beside", "beside", AUTO);
        realm().postBrokerFlow("org-switcher");
        Person social = person("social", "social@" + AUTO);
        OidcClient app = realm().app();

        Page page = social.signIn(app);
        Switcher switcher = Switcher.on(page.has(PROFILE) ? fill(page, "social") : page);

        assertThat(switcher.memberships()).as("joined, and no offer any more").containsExactly("auto");
        assertThat(switcher.offers()).containsExactly("beside");
        assertThat(organizations(app, switcher.goOn("auto"))).containsExactly("auto");
        realm().resource().organizations().search("Beside", true, 0, 1).forEach(beside -> realm().resource()
                .organizations()
                .get(beside.getId())
                .delete()
                .close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "join"})
    void whatIsPressedAfterTheProfilePageIsInTheToken(String press) {
        for (String scope : List.of("openid organization", "openid organization:acme-labs")) {
            OidcClient app = realm().app();
            String name = press + scope.length();
            Page profile = byEmail(app, UserAgent.on(server()), name + "@acme.example", Map.of("scope", scope));
            Switcher switcher = Switcher.on(fill(profile, name));

            Page end = press.equals("join") ? switcher.join("acme") : switcher.create("Made " + name);

            Tokens tokens = app.tokens(end);
            assertThat(organizations(tokens)).containsExactly(press.equals("join") ? "acme" : "made-" + name);
            assertThat(organizations(app.refresh(tokens))).isEqualTo(organizations(tokens));
        }
    }

    @Test
    void tokenThatTheLoginItselfIssuesHasWhatWasPressed() {
        realm().client("implicit", client -> {
            client.setImplicitFlowEnabled(true);
            client.setAttributes(Map.of());
        });
        OidcClient implicit = realm().publicClient("implicit");
        for (String press : List.of("join", "create")) {
            Page profile = byEmail(
                    implicit,
                    UserAgent.on(server()),
                    "implicit-" + press + "@acme.example",
                    Map.of("response_type", "token", "nonce", "n", "code_challenge", "", "code_challenge_method", ""));
            Switcher switcher = Switcher.on(fill(profile, "implicit-" + press));

            Page end = press.equals("join") ? switcher.join("acme-labs") : switcher.create("Implicitly Made");

            String token = end.uri().getFragment().replaceAll("(.*&)?access_token=([^&]*).*", "$2");
            assertThat(organizations(new Tokens(token, null, null, "")))
                    .containsExactly(press.equals("join") ? "acme-labs" : "implicitly-made");
        }
    }

    @Test
    void silentLoginInASessionJoinsToo() {
        String later = realm().organization("Later", "later", Map.of());
        OidcClient app = realm().app();
        UserAgent agent = UserAgent.on(server());
        Page profile = byEmail(app, agent, "silent@later.example", Map.of());
        Switcher.on(fill(profile, "silent")).skip();
        var organization = realm().resource().organizations().get(later);
        var representation = organization.toRepresentation();
        representation.setAttributes(Map.of(
                "org-switcher.allowed-domains", List.of("later.example"),
                "org-switcher.join-mode", List.of("AUTOMATIC")));
        organization.update(representation).close();

        OidcClient silent = realm().app2();
        Page end = silent.authorize(agent, with(Map.of("prompt", "none")));

        assertThat(end.query()).containsKey("code");
        assertThat(realm().isMember(later, realm().userId("silent"))).isTrue();
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(ORGANIZATION);
        all.putAll(more);
        return all;
    }

    /** Signs somebody new in by email; ends at Keycloak's profile page. */
    private Page byEmail(OidcClient app, UserAgent agent, String address, Map<String, String> more) {
        Page page = EmailSignIn.byCode(app.authorize(agent, with(more)), server().mailbox(), address);
        assertThat(page.has(PROFILE)).as("the profile: %s", page).isTrue();
        return page;
    }

    /** The organizations of somebody new who goes all the way. */
    private List<String> joined(String name) {
        OidcClient app = realm().app();
        return organizations(app, fill(byEmail(app, UserAgent.on(server()), name + "@" + AUTO, Map.of()), name));
    }

    private static Page fill(Page profile, String username) {
        return profile.submit(PROFILE + " [type=submit]", Map.of("username", username, "firstName", "Ada"));
    }

    /** Somebody with a password, of whom Keycloak asks for something. */
    private void asks(String name, String address, String action) {
        String id = realm().user(name, address);
        UserRepresentation user = realm().resource().users().get(id).toRepresentation();
        user.setRequiredActions(List.of(action));
        user.setEmailVerified(!action.equals("VERIFY_EMAIL"));
        realm().resource().users().get(id).update(user);
    }

    private Page carryOut(String action, Page page, UserAgent agent, String name) {
        return switch (action) {
            case "TERMS_AND_CONDITIONS" -> page.submit("#kc-accept");
            case "UPDATE_PROFILE" -> fill(page, name);
            case "UPDATE_PASSWORD" ->
                page.submit(
                        "#kc-passwd-update-form [type=submit]",
                        Map.of(
                                "password-new", TestRealm.PASSWORD + "2",
                                "password-confirm", TestRealm.PASSWORD + "2"));
            default ->
                agent.open(server().mailbox()
                        .awaitMailTo(name + "@" + AUTO)
                        .links()
                        .get(0));
        };
    }
}
