package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

/** Logins that say nothing of organizations are led to the page all the same. */
class ProtocolsIT extends SwitcherSuite {

    @BeforeAll
    void addSamlApplication() {
        ClientRepresentation saml = new ClientRepresentation();
        saml.setClientId("saml-app");
        saml.setProtocol("saml");
        saml.setEnabled(true);
        saml.setRedirectUris(List.of("http://127.0.0.1/*"));
        saml.setAttributes(Map.of(
                "saml_idp_initiated_sso_url_name", "saml-app",
                "saml_assertion_consumer_url_post", "http://127.0.0.1/acs",
                "saml.client.signature", "false"));
        realm().resource().clients().create(saml).close();
    }

    @Test
    void samlLogin() {
        Person person = person("saml", "saml@acme.example");
        Page start =
                person.agent.open(URI.create(server().realmUri(realm().name()) + "/protocol/saml/clients/saml-app"));

        Switcher switcher = Switcher.on(OidcClient.fillLogin(start.click("#social-social"), "saml"));
        assertThat(switcher.offers()).containsExactly("acme", "acme-labs");
        Page end = switcher.join("acme");

        assertThat(end.has("form[action=http://127.0.0.1/acs] input[name=SAMLResponse]"))
                .as("the answer to the application: %s", end)
                .isTrue();
        assertThat(realm().isMember(acme, person.id())).isTrue();
    }

    @Test
    void loginWithoutTheOrganizationScope() {
        Person person = person("plain", "plain@acme.example");
        OidcClient app = realm().app();

        Switcher switcher = Switcher.on(app.signInSocially(person.agent, "plain", Map.of("scope", "openid")));

        app.tokens(switcher.join("acme"));
        assertThat(realm().isMember(acme, person.id())).isTrue();
    }

    @Test
    void loginWithNoScopeAtAll() {
        Person person = person("scopeless", "scopeless@acme.example");
        URI start =
                URI.create(realm().app().authorizationUri(Map.of()).toString().replaceAll("scope=openid&?", ""));

        Page provider = person.agent.open(start).click("#social-social");

        assertThat(Switcher.on(OidcClient.fillLogin(provider, "scopeless")).offers())
                .containsExactly("acme", "acme-labs");
    }
}
