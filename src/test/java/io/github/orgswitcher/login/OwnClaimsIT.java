package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The claims {@code org_id}, {@code org_alias} and {@code org_name} are of what was chosen, with the organization scope or without. */
class OwnClaimsIT extends SwitcherSuite {

    private static final String WITH_CLAIMS = "with-claims";
    private static final String PLAIN = "openid organization";
    private static final String WITHOUT = "openid";

    @BeforeAll
    void editFlowsAndAddClients() {
        realm().postBrokerFlow("org-switcher");
        realm().browserFlowWith("org-switcher");
        realm().client(WITH_CLAIMS, client -> client.setProtocolMappers(List.of(audience(), claims("access"))));
    }

    private static ProtocolMapperRepresentation claims(String kindOfAccessToken) {
        Map<String, String> config = new HashMap<>(
                Map.of("id.token.claim", "true", "userinfo.token.claim", "true", "introspection.token.claim", "true"));
        config.put(kindOfAccessToken.equals("access") ? "access.token.claim" : "lightweight.claim", "true");
        return mapper("org-switcher-oidc-mapper", config);
    }

    private static ProtocolMapperRepresentation audience() {
        return mapper(
                "oidc-audience-mapper",
                Map.of(
                        "included.client.audience", TestRealm.SERVICE,
                        "access.token.claim", "true",
                        "lightweight.claim", "true"));
    }

    private static ProtocolMapperRepresentation mapper(String id, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(id);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(id);
        mapper.setConfig(config);
        return mapper;
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WITHOUT})
    void claimsAreOfWhatWasChosenAndStayWhenRefreshed(String scope) {
        Person both = memberOf("both-" + scope.length(), acme, labs);
        OidcClient first = application();
        Tokens acmes = first.tokens(
                Switcher.on(both.signIn(first, Map.of("scope", scope))).goOn("acme"));
        assertThat(everywhere(acmes)).containsOnly(of(acme, "acme", "Acme"));
        assertThat(everywhere(first.refresh(acmes))).containsOnly(of(acme, "acme", "Acme"));

        OidcClient switching = application();
        Tokens lab =
                switching.tokens(both.open(switching, Map.of("scope", scope, "kc_action", "org-switcher:acme-labs")));
        assertThat(everywhere(lab)).containsOnly(of(labs, "acme-labs", "Acme Labs"));
        Tokens kept = first.refresh(acmes);
        assertThat(List.of(told(kept.accessClaims()), told(kept.idClaims())))
                .as("a token from before keeps its own")
                .containsOnly(of(acme, "acme", "Acme"));
        assertThat(told(first.refresh(kept).accessClaims())).isEqualTo(of(acme, "acme", "Acme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WITHOUT, "openid organization:acme"})
    void skipLeavesNoClaimsAndNoRefreshBringsThem(String scope) {
        Person solo = memberOf("solo-" + scope.length(), acme);
        OidcClient client = application();
        Tokens none = client.tokens(Switcher.on(solo.signIn(client, Map.of("scope", scope, "prompt", "select_account")))
                .skip());
        assertThat(everywhere(none)).containsOnly(Map.of());
        assertThat(everywhere(client.refresh(none))).containsOnly(Map.of());

        OidcClient switching = application();
        assertThat(everywhere(switching.tokens(
                        solo.open(switching, Map.of("scope", scope, "kc_action", "org-switcher:acme")))))
                .containsOnly(of(acme, "acme", "Acme"));
        Tokens refreshed = client.refresh(client.refresh(none));
        assertThat(List.of(told(refreshed.accessClaims()), told(refreshed.idClaims())))
                .as("after a switch")
                .containsOnly(Map.of());
    }

    @Test
    void scopeThatNamesOneGivesItsClaimsAndOneThatNamesSeveralGivesNone() {
        Person named = memberOf("named", acme, labs);
        Switcher.on(named.signIn(realm().app())).goOn("acme");

        assertThat(everywhere(silently(named, "openid organization:acme-labs")))
                .containsOnly(of(labs, "acme-labs", "Acme Labs"));
        for (String several : List.of("openid organization:*", "openid organization:acme organization:acme-labs")) {
            Tokens tokens = silently(named, several);
            assertThat(organizations(tokens)).containsExactlyInAnyOrder("acme", "acme-labs");
            assertThat(everywhere(tokens)).as(several).containsOnly(Map.of());
        }
        assertThat(everywhere(silently(named, "openid organization:initech")))
                .as("of one that the person does not belong to")
                .containsOnly(Map.of());
        assertThat(everywhere(silently(named, WITHOUT))).containsOnly(of(acme, "acme", "Acme"));
    }

    /** Keycloak reads scopes by the application that asks, which may know no organizations. */
    @Test
    void severalAreNoneToAServiceThatHasNoOrganizationScope() {
        Person named = memberOf("introspected", acme, labs);
        Switcher.on(named.signIn(realm().app())).goOn("acme");
        Tokens all = silently(named, "openid organization:*");
        Tokens acmes = silently(named, WITHOUT);
        var service = realm().resource()
                .clients()
                .get(realm().resource()
                        .clients()
                        .findByClientId(TestRealm.SERVICE)
                        .get(0)
                        .getId());
        String scope = service.getOptionalClientScopes().stream()
                .filter(one -> one.getName().equals("organization"))
                .findFirst()
                .orElseThrow()
                .getId();
        service.removeOptionalClientScope(scope);
        try {
            assertThat(introspected(all)).isEmpty();
            assertThat(introspected(acmes)).isEqualTo(of(acme, "acme", "Acme"));
        } finally {
            service.addOptionalClientScope(scope);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, WITHOUT})
    void whoHasLeftGetsNoneAndCannotRefreshWhatWasForIt(String scope) {
        Person leaving = memberOf("leaving-" + scope.length(), acme, labs);
        OidcClient before = application();
        Tokens acmes = before.tokens(
                Switcher.on(leaving.signIn(before, Map.of("scope", scope))).goOn("acme"));
        OidcClient client = application();
        Page end = leaving.open(client, Map.of("scope", scope, "kc_action", "org-switcher:acme"));

        realm().rest().delete("organizations/" + acme + "/members/" + leaving.id());

        assertThat(everywhere(client.tokens(end)))
                .as("lost between the press and the token")
                .containsOnly(Map.of());
        RestResponse refused = before.tokenRequest(
                Map.of("grant_type", "refresh_token", "refresh_token", String.valueOf(acmes.refreshToken())));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void nameIsThePresentOne() {
        String renamed = organization("Before", "renamed");
        Person person = memberOf("renaming", renamed, acme);
        OidcClient client = application();
        Tokens tokens = client.tokens(Switcher.on(person.signIn(client)).goOn("renamed"));
        assertThat(everywhere(tokens)).containsOnly(of(renamed, "renamed", "Before"));

        var organization = realm().resource().organizations().get(renamed);
        var representation = organization.toRepresentation();
        representation.setName("Quähl & Söhne");
        organization.update(representation).close();

        assertThat(everywhere(client.refresh(tokens))).containsOnly(of(renamed, "renamed", "Quähl & Söhne"));
    }

    @Test
    void lightweightTokenHasThemWhereItsMapperSaysSo() {
        realm().client("lightweight", client -> {
            asLightweight(client);
            client.setProtocolMappers(List.of(audience(), claims("lightweight")));
        });
        realm().client("lightweight-without", client -> {
            asLightweight(client);
            client.setProtocolMappers(List.of(audience(), claims("access")));
        });
        Person light = memberOf("light", acme, labs);
        OidcClient client = realm().publicClient("lightweight");
        Tokens tokens = client.tokens(
                Switcher.on(light.signIn(client, Map.of("scope", WITHOUT))).goOn("acme-labs"));
        assertThat(List.of(told(tokens.accessClaims()), told(tokens.idClaims()), introspected(tokens)))
                .as("Keycloak has no UserInfo for such tokens")
                .containsOnly(of(labs, "acme-labs", "Acme Labs"));

        OidcClient without = realm().publicClient("lightweight-without");
        Tokens small = without.tokens(light.open(without, Map.of("scope", WITHOUT)));
        assertThat(told(small.accessClaims())).isEmpty();
        assertThat(introspected(small)).isEqualTo(of(labs, "acme-labs", "Acme Labs"));
    }

    @Test
    void directGrantHasThemByTheScopeAlone() {
        realm().client("direct", client -> {
            client.setDirectAccessGrantsEnabled(true);
            client.setProtocolMappers(List.of(claims("access")));
        });
        realm().member(acme, realm().user("direct", "direct@acme.example"));
        OidcClient client = realm().publicClient("direct");
        Map<String, String> grant =
                Map.of("grant_type", "password", "username", "direct", "password", TestRealm.PASSWORD);

        for (String scope : List.of(WITHOUT, PLAIN)) {
            Map<String, String> parameters = new HashMap<>(grant);
            parameters.put("scope", scope);
            assertThat(told(Tokens.of(client.tokenRequest(parameters)).accessClaims()))
                    .as(scope)
                    .isEqualTo(scope.equals(PLAIN) ? of(acme, "acme", "Acme") : Map.of());
        }
    }

    private static void asLightweight(ClientRepresentation client) {
        Map<String, String> attributes = new HashMap<>(client.getAttributes());
        attributes.put("client.use.lightweight.access.token.enabled", "true");
        client.setAttributes(attributes);
    }

    private OidcClient application() {
        return realm().publicClient(WITH_CLAIMS);
    }

    private Tokens silently(Person person, String scope) {
        OidcClient client = application();
        return client.tokens(person.open(client, Map.of("scope", scope, "prompt", "none")));
    }

    /** Somebody whose user is there, at a browser without a session; joined by an administrator. */
    private Person memberOf(String username, String... organizationIds) {
        Person person = person(username, username + "@acme.example");
        Switcher.on(person.signIn(realm().app())).skip();
        List.of(organizationIds).forEach(id -> realm().member(id, person.id()));
        return person.elsewhere();
    }

    private static Map<String, String> of(String id, String alias, String name) {
        return Map.of("org_id", id, "org_alias", alias, "org_name", name);
    }

    /** What the tokens say, and what the server says of them. */
    private List<Map<String, String>> everywhere(Tokens tokens) {
        RestResponse userInfo = realm().userRest(tokens.accessToken()).get("protocol/openid-connect/userinfo");
        assertThat(userInfo.status()).as("%s", userInfo).isEqualTo(200);
        return List.of(
                told(tokens.accessClaims()), told(tokens.idClaims()), told(userInfo.json()), introspected(tokens));
    }

    private Map<String, String> introspected(Tokens tokens) {
        JsonNode answer = realm().service().introspect(tokens.accessToken());
        assertThat(answer.path("active").asBoolean()).as("%s", answer).isTrue();
        return told(answer);
    }

    private static Map<String, String> told(JsonNode claims) {
        Map<String, String> told = new TreeMap<>();
        claims.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("org_")) {
                told.put(name, claims.path(name).asText());
            }
        });
        return told;
    }
}
