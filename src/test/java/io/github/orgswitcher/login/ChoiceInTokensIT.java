package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.KnownFaults;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** What was chosen is what every token says, whatever the client asked for or had before. */
class ChoiceInTokensIT extends SwitcherSuite {

    private static final String BY_DEFAULT = "by-default";
    private static final String OFFLINE = "offline";
    private static final String WITH_CONSENT = "with-consent";
    private static final String WITH_GROUPS = "with-groups";
    private static final Map<String, String> CHOOSE = Map.of("prompt", "select_account");
    private static final Map<String, String> SWITCH = Map.of("kc_action", "org-switcher");

    @BeforeAll
    void editFlowsAndAddClients() {
        realm().postBrokerFlow("org-switcher");
        realm().browserFlowWith("org-switcher");
        for (String clientId : List.of(TestRealm.APP, TestRealm.APP2)) {
            realm().addMapper(clientId, audience());
        }
        realm().client(BY_DEFAULT, client -> {
            List<String> scopes = new ArrayList<>(client.getDefaultClientScopes());
            scopes.add("organization");
            client.setDefaultClientScopes(scopes);
            client.setOptionalClientScopes(List.of("offline_access"));
            client.setProtocolMappers(List.of(audience()));
        });
        realm().client(OFFLINE, client -> {
            client.setOptionalClientScopes(List.of("organization", "offline_access"));
            client.setProtocolMappers(List.of(audience()));
        });
        realm().client(WITH_CONSENT, client -> {
            client.setConsentRequired(true);
            client.setProtocolMappers(List.of(audience()));
        });
        realm().client(WITH_GROUPS, client -> client.setProtocolMappers(List.of(groupMapper())));
    }

    /** Only who is meant by a token may have it introspected. */
    private static ProtocolMapperRepresentation audience() {
        ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
        audience.setName("audience");
        audience.setProtocol("openid-connect");
        audience.setProtocolMapper("oidc-audience-mapper");
        audience.setConfig(Map.of("included.client.audience", TestRealm.SERVICE, "access.token.claim", "true"));
        return audience;
    }

    private static ProtocolMapperRepresentation groupMapper() {
        ProtocolMapperRepresentation groups = new ProtocolMapperRepresentation();
        groups.setName("groups");
        groups.setProtocol("openid-connect");
        groups.setProtocolMapper("oidc-organization-group-membership-mapper");
        groups.setConfig(Map.of("access.token.claim", "true"));
        return groups;
    }

    /** A request of the organization scope, by a client that has it by default or asks for it. */
    private static Map<String, String> plain(String clientId) {
        return Map.of("scope", clientId.equals(BY_DEFAULT) ? "openid" : "openid organization");
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static Map<String, String> scope(String organization) {
        return Map.of("scope", "openid organization:" + organization);
    }

    @ParameterizedTest
    @ValueSource(strings = {TestRealm.APP, BY_DEFAULT})
    void skipLeavesAMemberOfOneWithNoOrganizationAnywhere(String clientId) {
        Person solo = memberOf("solo-" + clientId, acme);
        OidcClient client = realm().publicClient(clientId);
        Map<String, String> plain = plain(clientId);

        Tokens tokens = client.tokens(
                Switcher.on(solo.signIn(client, with(plain, CHOOSE))).skip());
        assertNoneAnywhere(tokens);
        assertThat(tokens.scope().split(" ")).as("each scope once").doesNotHaveDuplicates();
        Tokens refreshed = client.refresh(tokens);
        assertNoneAnywhere(refreshed);
        assertNoneAnywhere(client.refresh(refreshed));

        for (Map<String, String> later :
                List.of(plain, with(plain, Map.of("prompt", "none")), with(plain, Map.of("prompt", "consent")))) {
            OidcClient next = realm().publicClient(clientId);
            assertNoneAnywhere(next.tokens(granted(solo.open(next, later))));
        }
        OidcClient other = realm().app2();
        assertNoneAnywhere(other.tokens(solo.open(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {TestRealm.APP, BY_DEFAULT})
    void skipTakesAwayWhatTheClientHadBefore(String clientId) {
        Person both = memberOf("both-" + clientId, acme, labs);
        OidcClient before = realm().publicClient(clientId);
        Map<String, String> plain = plain(clientId);
        Tokens acmes = before.tokens(Switcher.on(both.signIn(before, plain)).goOn("acme"));
        assertThat(everywhere(acmes)).containsOnly(List.of("acme"));

        OidcClient client = realm().publicClient(clientId);
        Page end = Switcher.on(both.open(client, with(plain, SWITCH))).skip();

        assertThat(end.query()).containsEntry("kc_action_status", "success").containsEntry("kc_action", "org-switcher");
        assertNoneAnywhere(client.tokens(end));
        assertThat(realm().events().get(0).getDetails()).doesNotContainKey("org_switcher_organization");
        assertThat(everywhere(acmes)).as("a token from before keeps its own").containsOnly(List.of("acme"));
        assertThat(everywhere(before.refresh(acmes))).containsOnly(List.of("acme"));
        OidcClient next = realm().publicClient(clientId);
        assertNoneAnywhere(next.tokens(both.open(next, plain)));
    }

    /** Between the press and the token. Keycloak would name the only other membership. */
    @ParameterizedTest
    @ValueSource(strings = {"left", "disabled", "gone"})
    void organizationThatIsLostBeforeTheTokenIsReplacedByNone(String lost) {
        String alias = "lost-" + lost;
        String chosen = organization("Lost " + lost, alias);
        Person both = memberOf("loser-" + lost, acme, chosen);
        OidcClient client = realm().app();
        Page end = Switcher.on(both.signIn(client, CHOOSE)).goOn(alias);

        switch (lost) {
            case "left" -> realm().rest().delete("organizations/" + chosen + "/members/" + both.id());
            case "gone" -> realm().rest().delete("organizations/" + chosen);
            default -> {
                var organization = realm().resource().organizations().get(chosen);
                var representation = organization.toRepresentation();
                representation.setEnabled(false);
                organization.update(representation).close();
            }
        }

        Tokens tokens = client.tokens(end);
        assertNoneAnywhere(tokens);
        assertNoneAnywhere(client.refresh(tokens));
    }

    @Test
    void scopeThatNamesAnOrganizationGivesItAfterASkipForThatLoginAlone() {
        Person named = memberOf("named", acme);
        Switcher.on(named.signIn(realm().app(), CHOOSE)).skip();
        for (String scope : List.of("acme", "*")) {
            OidcClient app = realm().app();
            assertThat(everywhere(app.tokens(named.open(app, scope(scope)))))
                    .as(scope)
                    .containsOnly(List.of("acme"));
            OidcClient next = realm().app();
            assertNoneAnywhere(next.tokens(named.open(next)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TestRealm.APP, BY_DEFAULT})
    void scopeThatNamesWhatOneDoesNotBelongToGivesNoneAtARefreshEither(String clientId) {
        Person stranger = memberOf("stranger-" + clientId, acme);
        OidcClient client = realm().publicClient(clientId);
        Tokens skipped = client.tokens(Switcher.on(stranger.signIn(client, with(plain(clientId), CHOOSE)))
                .skip());
        OidcClient silent = realm().publicClient(clientId);

        Tokens named = silent.tokens(stranger.open(silent, with(scope("initech"), Map.of("prompt", "none"))));

        assertNoneAnywhere(named);
        assertThat(everywhere(silent.refresh(named))).containsOnly(List.of());
        assertNoneAnywhere(skipped);
        OidcClient switching = realm().publicClient(clientId);
        stranger.open(switching, with(plain(clientId), Map.of("kc_action", "org-switcher:acme")));
        assertThat(claim(silent.refresh(named).accessClaims())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TestRealm.APP, BY_DEFAULT})
    void refreshTokenWithoutAnOrganizationStaysWithoutAfterASwitch(String clientId) {
        Person later = memberOf("later-" + clientId, acme);
        OidcClient client = realm().publicClient(clientId);
        Map<String, String> plain = plain(clientId);
        Tokens none = client.tokens(
                Switcher.on(later.signIn(client, with(plain, CHOOSE))).skip());
        OidcClient switching = realm().publicClient(clientId);
        assertThat(organizations(
                        switching, later.open(switching, with(plain, Map.of("kc_action", "org-switcher:acme")))))
                .containsExactly("acme");

        Tokens refreshed = none;
        for (int i = 0; i < 3; i++) {
            refreshed = client.refresh(refreshed);
            assertThat(claim(refreshed.accessClaims())).isEmpty();
            assertThat(claim(refreshed.idClaims())).isEmpty();
        }
        if (clientId.equals(BY_DEFAULT)) {
            KnownFaults.skipWhereARequestedDefaultScopeFails();
        }
        Tokens scoped = Tokens.of(client.tokenRequest(Map.of(
                "grant_type", "refresh_token",
                "refresh_token", none.refreshToken(),
                "scope", "openid organization")));
        assertThat(claim(scoped.accessClaims())).isEmpty();
    }

    @Test
    void offlineTokensKeepWhatTheyWereIssuedFor() {
        Person offline = memberOf("offline", acme, labs);
        Map<String, String> scope = Map.of("scope", "openid organization offline_access");
        OidcClient app = realm().publicClient(OFFLINE);
        Switcher.on(offline.signIn(realm().app())).goOn("acme");
        Tokens acmes = app.tokens(offline.open(app, scope));
        OidcClient skipping = realm().publicClient(OFFLINE);
        Tokens none = skipping.tokens(
                Switcher.on(offline.open(skipping, with(scope, SWITCH))).skip());
        assertNoneAnywhere(none);
        assertNoneAnywhere(skipping.refresh(none));
        OidcClient switching = realm().publicClient(OFFLINE);
        Tokens lab =
                switching.tokens(offline.open(switching, with(scope, Map.of("kc_action", "org-switcher:acme-labs"))));
        assertThat(everywhere(lab)).containsOnly(List.of("acme-labs"));

        assertThat(claim(app.refresh(acmes).accessClaims())).containsExactly("acme");
        assertThat(claim(skipping.refresh(none).accessClaims())).isEmpty();
        assertThat(everywhere(switching.refresh(lab))).containsOnly(List.of("acme-labs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-labs", "*", "acme-labs organization:globex"})
    void scopeGivesWayToWhatIsChosenOnThePage(String scope) {
        Person choosing = memberOf("choosing-" + scope.replaceAll("\\W", "-"), labs, globex);
        OidcClient app = realm().app();

        Tokens tokens = app.tokens(
                Switcher.on(choosing.signIn(app, with(scope(scope), CHOOSE))).join("acme"));

        assertThat(tokens.scope()).contains("organization:acme").doesNotContain("labs", "globex", "*");
        assertThat(everywhere(tokens)).containsOnly(List.of("acme"));
        OidcClient switching = realm().app();
        choosing.open(switching, Map.of("kc_action", "org-switcher:globex"));
        assertThat(everywhere(app.refresh(tokens))).containsOnly(List.of("acme"));
    }

    @ParameterizedTest
    @CsvSource({"app, :acme", "app, :*", "by-default, :acme", "by-default, :*", "by-default, ''"})
    void scopeGivesWayToASkip(String clientId, String suffix) {
        if (clientId.equals(BY_DEFAULT) && suffix.isEmpty()) {
            KnownFaults.skipWhereARequestedDefaultScopeFails();
        }
        Person skipping = memberOf("skipping-" + clientId + Math.floorMod(suffix.hashCode(), 1000), acme);
        OidcClient client = realm().publicClient(clientId);
        Map<String, String> scope = Map.of("scope", "openid organization" + suffix);

        Tokens tokens = client.tokens(
                Switcher.on(skipping.signIn(client, with(scope, CHOOSE))).skip());

        assertThat(tokens.scope().split(" "))
                .contains("organization")
                .doesNotHaveDuplicates()
                .noneMatch(part -> part.startsWith("organization:"));
        assertNoneAnywhere(tokens);
        assertNoneAnywhere(client.refresh(tokens));
    }

    @Test
    void scopeGivesWayToTheActionThatNamesAnotherOrganization() {
        Person acting = memberOf("acting", acme, labs);
        Switcher.on(acting.signIn(realm().app())).goOn("acme");
        OidcClient app = realm().app();

        Page end = acting.open(app, with(scope("acme"), Map.of("kc_action", "org-switcher:acme-labs")));

        assertThat(end.query()).containsEntry("kc_action_status", "success").containsEntry("kc_action", "org-switcher");
        assertThat(everywhere(app.tokens(end))).containsOnly(List.of("acme-labs"));
    }

    @Test
    void consentIsAskedForOnceAndForTheScopeWhateverIsChosen() {
        Person consenting = memberOf("consenting", acme, labs);
        OidcClient first = realm().publicClient(WITH_CONSENT);
        Page consent = Switcher.on(consenting.signIn(first, with(scope("acme-labs"), CHOOSE)))
                .goOn("acme");
        assertThat(consent.has("[name=accept]")).as("the consent: %s", consent).isTrue();
        Tokens tokens = first.tokens(consent.submit("[name=accept]"));
        assertThat(everywhere(tokens)).containsOnly(List.of("acme"));
        assertThat(everywhere(first.refresh(tokens))).containsOnly(List.of("acme"));

        OidcClient skipping = realm().publicClient(WITH_CONSENT);
        assertNoneAnywhere(skipping.tokens(Switcher.on(consenting.open(skipping, with(scope("acme"), CHOOSE)))
                .skip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-labs", "*"})
    void scopeChangesTheLoginAloneAndNotTheSession(String scope) {
        Person wishing = memberOf("wishing-" + (scope.equals("*") ? "all" : scope), acme, labs);
        Switcher.on(wishing.signIn(realm().app())).goOn("acme");
        List<String> named = scope.equals("*") ? List.of("acme", "acme-labs") : List.of(scope);
        for (Map<String, String> prompt : List.of(Map.<String, String>of(), Map.of("prompt", "none"))) {
            OidcClient hidden = realm().app();
            assertThat(organizations(hidden, wishing.open(hidden, with(scope(scope), prompt))))
                    .containsExactlyInAnyOrderElementsOf(named);
            for (OidcClient next : List.of(realm().app(), realm().app2())) {
                assertThat(everywhere(next.tokens(wishing.open(next)))).containsOnly(List.of("acme"));
            }
        }
    }

    @Test
    void scopeOfTheFirstLoginAnswersNothingForTheSession() {
        Person first = memberOf("first", acme, labs);
        OidcClient app = realm().app();
        assertThat(organizations(app, first.signIn(app, scope("acme-labs")))).containsExactly("acme-labs");

        assertThat(Switcher.on(first.open(realm().app2())).memberships())
                .as("the last used first")
                .containsExactly("acme-labs", "acme");
    }

    @Test
    void groupsAreThoseOfTheOrganizationInTheToken() {
        Person grouped = memberOf("grouped", acme, labs);
        OidcClient before = realm().publicClient(WITH_GROUPS);
        Tokens acmes = before.tokens(Switcher.on(grouped.signIn(before)).goOn("acme"));
        assertThat(claim(acmes.accessClaims())).containsExactly("acme");

        OidcClient switching = realm().publicClient(WITH_GROUPS);
        Page end = grouped.open(switching, Map.of("kc_action", "org-switcher:acme-labs"));
        assertThat(claim(switching.tokens(end).accessClaims())).containsExactly("acme-labs");
        assertThat(claim(before.refresh(acmes).accessClaims())).containsExactly("acme");
        OidcClient all = realm().publicClient(WITH_GROUPS);
        JsonNode every = all.tokens(grouped.open(all, scope("*"))).accessClaims();
        assertThat(claim(every)).containsExactlyInAnyOrder("acme", "acme-labs");
        every.path("organization").forEach(one -> assertThat(one.has("groups")).isTrue());

        OidcClient skipping = realm().publicClient(WITH_GROUPS);
        Tokens none =
                skipping.tokens(Switcher.on(grouped.open(skipping, SWITCH)).skip());
        assertThat(none.accessClaims().has("organization")).isFalse();
    }

    @Test
    void implicitTokensSayWhatWasChosen() {
        realm().client("implicit", client -> {
            client.setImplicitFlowEnabled(true);
            client.setAttributes(Map.of());
        });
        Person implicit = memberOf("implicit", acme);
        Switcher.on(implicit.signIn(realm().app(), CHOOSE)).skip();
        Map<String, String> token =
                Map.of("response_type", "token", "nonce", "n", "code_challenge", "", "code_challenge_method", "");

        String fragment =
                implicit.open(realm().publicClient("implicit"), token).uri().getFragment();

        assertThat(fragment).contains("access_token=");
        String accessToken = fragment.replaceAll("(.*&)?access_token=([^&]*).*", "$2");
        assertThat(new Tokens(accessToken, null, null, "").accessClaims().has("organization"))
                .isFalse();
    }

    @Test
    void loginThatIsStartedOverForgetsWhatWasChosen() {
        realm().enableRequiredAction("CONFIGURE_TOTP", Map.of());
        Person hasty = memberOf("hasty", acme, labs);
        var user = realm().resource().users().get(hasty.id());
        var representation = user.toRepresentation();
        representation.setRequiredActions(List.of("CONFIGURE_TOTP"));
        user.update(representation);
        for (String choice : List.of("acme", "none")) {
            OidcClient app = realm().app();
            Person waiting = hasty.elsewhere();
            Page provider = waiting.open(app, with(scope("acme-labs"), CHOOSE)).click("#social-social");
            Switcher switcher = Switcher.on(OidcClient.fillLogin(provider, hasty.username));
            Page page = choice.equals("none") ? switcher.skip() : switcher.goOn(choice);
            assertThat(page.left()).as("another action waits: %s", page).isFalse();
            String other = "other-" + choice;
            String otherId = realm().user(other, other + "@acme.example");
            List.of(acme, labs).forEach(id -> realm().member(id, otherId));

            Page start = waiting.agent.open(URI.create(server().realmUri(realm().name()) + "/login-actions/restart?"
                    + page.uri().getRawQuery().replaceFirst("execution=[^&]*&", "")));
            Page end = OidcClient.fillLogin(start, other);

            Tokens tokens = app.tokens(end);
            assertThat(tokens.accessClaims().path("preferred_username").asText())
                    .isEqualTo(other);
            assertThat(everywhere(tokens)).as("what the application asked for").containsOnly(List.of("acme-labs"));
        }
    }

    @Test
    void twoTabsOfOneSessionEachSayWhatWasChosenInThem() {
        Person tabs = memberOf("tabs", acme, labs);
        Switcher.on(tabs.signIn(realm().app())).goOn("acme");
        OidcClient left = realm().app();
        OidcClient right = realm().app2();
        Switcher first = Switcher.on(tabs.open(left, SWITCH));
        Switcher second = Switcher.on(tabs.open(right, with(scope("acme"), SWITCH)));

        Tokens skipped = left.tokens(first.skip());
        Tokens chosen = right.tokens(pressedAgain(second.goOn("acme-labs")).goOn("acme-labs"));

        assertNoneAnywhere(skipped);
        assertThat(everywhere(chosen)).containsOnly(List.of("acme-labs"));
        OidcClient next = realm().app();
        assertThat(organizations(next, tabs.open(next)))
                .as("the last press counts")
                .containsExactly("acme-labs");
    }

    @Test
    void pressInTheStepOfAFlowCountsThoughAnotherTabWasFirst() {
        Person tabs = memberOf("second", acme, labs);
        OidcClient left = realm().app();
        OidcClient right = realm().app2();
        Switcher first = Switcher.on(tabs.signIn(left));
        Switcher second = Switcher.on(tabs.signIn(right));

        assertThat(organizations(left, first.goOn("acme"))).containsExactly("acme");
        assertThat(organizations(right, second.goOn("acme-labs"))).containsExactly("acme-labs");
    }

    /** Keycloak shows a page again whose login another tab has overtaken. */
    private static Switcher pressedAgain(Page page) {
        Switcher again = Switcher.on(page);
        assertThat(again.choiceError()).contains("was not carried out");
        return again;
    }

    /** Somebody whose user is there, at a browser without a session; joined by an administrator. */
    private Person memberOf(String username, String... organizationIds) {
        Person person = person(username, username + "@acme.example");
        Switcher.on(person.signIn(realm().app())).skip();
        List.of(organizationIds).forEach(id -> realm().member(id, person.id()));
        return person.elsewhere();
    }

    /** Presses the consent away where there is one. */
    private static Page granted(Page page) {
        return page.left() || !page.has("[name=accept]") ? page : page.submit("[name=accept]");
    }

    private void assertNoneAnywhere(Tokens tokens) {
        assertThat(everywhere(tokens)).containsOnly(List.of());
    }

    /** What the tokens say, and what the server says of them. */
    private List<List<String>> everywhere(Tokens tokens) {
        return List.of(
                claim(tokens.accessClaims()),
                claim(tokens.idClaims()),
                claim(realm().userRest(tokens.accessToken())
                        .get("protocol/openid-connect/userinfo")
                        .json()),
                introspected(tokens));
    }

    private List<String> introspected(Tokens tokens) {
        JsonNode answer = realm().service().introspect(tokens.accessToken());
        assertThat(answer.path("active").asBoolean()).as("%s", answer).isTrue();
        return claim(answer);
    }

    private static List<String> claim(JsonNode claims) {
        List<String> aliases = new ArrayList<>();
        JsonNode organization = claims.path("organization");
        if (organization.isObject()) {
            organization.fieldNames().forEachRemaining(aliases::add);
        } else {
            organization.forEach(alias -> aliases.add(alias.asText()));
        }
        return aliases;
    }
}
