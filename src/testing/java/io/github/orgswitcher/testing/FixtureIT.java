package io.github.orgswitcher.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The fixture itself, with nothing of the product. */
class FixtureIT extends KeycloakSuite {

    @BeforeAll
    void addPeople() {
        realm().socialUser("alice", "alice@acme.example", true);
        realm().user("paula", "paula@acme.example");
    }

    @Test
    void socialLoginEndsWithATokenThatCarriesTheOrganization() {
        String acme = realm().organization("Acme", "acme", Map.of("tier", List.of("gold")));
        OidcClient app = realm().app();
        Map<String, String> scope = Map.of("scope", "openid organization");
        Tokens first = app.tokens(app.signInSocially(UserAgent.on(server()), "alice", scope));
        assertThat(first.idClaims().path("email").asText()).isEqualTo("alice@acme.example");
        assertThat(first.idClaims().path("email_verified").asBoolean()).isTrue();
        assertThat(first.accessClaims().has("organization")).isFalse();

        realm().member(acme, realm().userId("alice"));
        Tokens second = app.tokens(app.signInSocially(UserAgent.on(server()), "alice", scope));
        assertThat(second.accessClaims().path("organization").path(0).asText()).isEqualTo("acme");
        assertThat(app.refresh(second)
                        .accessClaims()
                        .path("organization")
                        .path(0)
                        .asText())
                .isEqualTo("acme");
        app.logout(second);
    }

    @Test
    void sessionSignsInToTheSecondApplication() {
        UserAgent agent = UserAgent.on(server());
        OidcClient.fillLogin(realm().app().authorize(agent), "paula");
        OidcClient app2 = realm().app2();
        assertThat(app2.tokens(app2.authorize(agent, Map.of("prompt", "none")))
                        .idClaims()
                        .path("azp")
                        .asText())
                .isEqualTo("app2");
        assertThat(realm().events()).anyMatch(event -> event.getType().equals("LOGIN"));
    }

    @Test
    void otherGrantsGiveTokens() {
        assertThat(realm().app()
                        .directGrant("paula")
                        .accessClaims()
                        .path("email")
                        .asText())
                .isEqualTo("paula@acme.example");
        assertThat(realm().service().clientCredentials().accessToken()).isNotEmpty();
    }

    @Test
    void restAnswersByRights() {
        assertThat(realm().rest().get("organizations").status()).isEqualTo(200);
        assertThat(realm().rest()
                        .as(realm().adminToken("view-users"))
                        .get("organizations")
                        .status())
                .isEqualTo(403);
        assertThat(realm().rest()
                        .as(realm().adminToken("manage-realm"))
                        .post("organizations", Map.of("name", "Globex"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void mailArrives() {
        realm().resource().users().get(realm().userId("paula")).executeActionsEmail(List.of("UPDATE_PASSWORD"));
        assertThat(server().mailbox().awaitMailTo("paula@acme.example").links()).isNotEmpty();
    }

    @Test
    void authenticatorsStandWhereTheyWerePut() {
        try (TestRealm other = TestRealm.on(server(), false)) {
            other.socialUser("bob", "bob@acme.example", true);
            other.postBrokerFlow("deny-access-authenticator");
            assertThat(other.app().signInSocially(UserAgent.on(server()), "bob").text())
                    .contains("Access denied");
            assertThat(other.resource()
                            .users()
                            .get(other.userId("bob"))
                            .toRepresentation()
                            .isEmailVerified())
                    .isFalse();
            other.browserFlowWith("deny-access-authenticator");
            assertThat(other.app().authorize(UserAgent.on(server())).text()).contains("Access denied");
        }
    }

    @Test
    void requiredActionIsSwitchedOn() {
        realm().enableRequiredAction("CONFIGURE_RECOVERY_AUTHN_CODES", Map.of());
        assertThat(realm().resource()
                        .flows()
                        .getRequiredAction("CONFIGURE_RECOVERY_AUTHN_CODES")
                        .isEnabled())
                .isTrue();
    }
}
