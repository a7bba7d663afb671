package io.github.orgswitcher.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

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
        saml.setProtocolMappers(
                List.of(mapper("saml-organization-group-membership-mapper"), mapper("org-switcher-saml-mapper")));
        realm().resource().clients().create(saml).close();
    }

    private static ProtocolMapperRepresentation mapper(String id) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(id);
        mapper.setProtocol("saml");
        mapper.setProtocolMapper(id);
        mapper.setConfig(Map.of());
        return mapper;
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
        assertThat(organizations(end)).containsExactly("acme");
    }

    @Test
    void assertionSaysWhatWasChosen() {
        Person both = person("assertions", "assertions@acme.example");
        Switcher.on(both.signIn(realm().app())).skip();
        for (String id : List.of(acme, labs)) {
            realm().member(id, both.id());
            joinGroup(id, both);
        }
        Person at = both.elsewhere();
        Page first = OidcClient.fillLogin(openSaml(at).click("#social-social"), "assertions");
        Page end = Switcher.on(first).goOn("acme");
        assertThat(organizations(end)).containsExactly("acme");
        assertThat(groupAttributes(end)).containsExactly("organization.acme.groups");
        assertThat(ownAttributes(end)).containsExactlyInAnyOrder("org_id=" + acme, "org_alias=acme", "org_name=Acme");
        assertThat(organizations(openSaml(at))).as("in the session").containsExactly("acme");

        act(at, "org-switcher:acme-labs");
        for (Page later : List.of(openSaml(at), at.agent.open(passiveRequest()))) {
            assertThat(organizations(later)).as("after a switch").containsExactly("acme-labs");
            assertThat(groupAttributes(later)).containsExactly("organization.acme-labs.groups");
            assertThat(ownAttributes(later))
                    .containsExactlyInAnyOrder("org_id=" + labs, "org_alias=acme-labs", "org_name=Acme Labs");
        }

        Switcher.on(realm().app().authorize(at.agent, Map.of("kc_action", "org-switcher")))
                .skip();
        for (Page later : List.of(openSaml(at), at.agent.open(passiveRequest()))) {
            assertThat(organizations(later)).as("after a skip").isEmpty();
            assertThat(groupAttributes(later)).isEmpty();
            assertThat(ownAttributes(later)).isEmpty();
        }
    }

    /** As prompt=none: nothing that needs no page is a reason for one. */
    @Test
    void passiveRequestJoinsWithNoPage() {
        Person person = person("passive", "passive@acme.example");
        Switcher.on(person.signIn(realm().app())).skip();
        assertThat(realm().rest()
                        .put("org-switcher/organizations/" + acme + "/policy", Map.of("joinMode", "AUTOMATIC"))
                        .status())
                .isEqualTo(204);
        try {
            Page answer = person.agent.open(passiveRequest());

            assertThat(assertion(answer)).isNotNull();
            assertThat(realm().isMember(acme, person.id())).isTrue();
        } finally {
            realm().rest().put("org-switcher/organizations/" + acme + "/policy", Map.of("joinMode", "SUGGEST"));
        }
    }

    @Test
    void assertionOfAMemberOfOneHasNoneAfterASkip() {
        Person one = person("skips-saml", "skips-saml@acme.example");
        Switcher.on(one.signIn(realm().app())).skip();
        realm().member(acme, one.id());
        Person at = one.elsewhere();
        Switcher.on(at.signIn(realm().app(), Map.of("prompt", "select_account")))
                .skip();

        Page answer = openSaml(at);
        assertThat(organizations(answer)).isEmpty();
        assertThat(ownAttributes(answer)).isEmpty();
    }

    @Test
    void assertionOfALoginThatIsLeftAloneListsAllAsKeycloakDoes() {
        String userId = realm().user("left-alone", "left-alone@acme.example");
        List.of(acme, labs).forEach(id -> realm().member(id, userId));
        Person person = new Person("left-alone", UserAgent.on(server()));

        Page end = OidcClient.fillLogin(openSaml(person), "left-alone");

        assertThat(organizations(end)).containsExactlyInAnyOrder("acme", "acme-labs");
        assertThat(ownAttributes(end)).as("of several").isEmpty();
        realm().rest().delete("organizations/" + labs + "/members/" + userId);
        assertThat(ownAttributes(openSaml(person)))
                .as("of the only one")
                .containsExactlyInAnyOrder("org_id=" + acme, "org_alias=acme", "org_name=Acme");
    }

    private void joinGroup(String organizationId, Person person) {
        String groups = "organizations/" + organizationId + "/groups";
        String group = realm().rest()
                .post(groups, Map.of("name", "staff"))
                .json()
                .path("id")
                .asText();
        assertThat(realm().rest()
                        .put(groups + "/" + group + "/members/" + person.id(), Map.of())
                        .status())
                .isEqualTo(204);
    }

    private void act(Person person, String action) {
        Page end = realm().app().authorize(person.agent, Map.of("kc_action", action));
        assertThat(end.query()).containsEntry("kc_action_status", "success");
    }

    private Page openSaml(Person person) {
        return person.agent.open(URI.create(server().realmUri(realm().name()) + "/protocol/saml/clients/saml-app"));
    }

    /** A request with {@code IsPassive}, by the redirect binding. */
    private URI passiveRequest() {
        String endpoint = server().realmUri(realm().name()) + "/protocol/saml";
        String request = """
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
                  xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s"
                  Destination="%s" IsPassive="true" AssertionConsumerServiceURL="http://127.0.0.1/acs"
                  ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST">
                  <saml:Issuer>saml-app</saml:Issuer>
                </samlp:AuthnRequest>
                """.formatted(UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS), endpoint);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(request.getBytes(UTF_8));
        deflater.finish();
        byte[] deflated = new byte[4096];
        int length = deflater.deflate(deflated);
        deflater.end();
        String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(deflated, length));
        return URI.create(endpoint + "?SAMLRequest=" + URLEncoder.encode(encoded, UTF_8));
    }

    private static List<String> organizations(Page page) {
        return assertion(page)
                .select("saml|Attribute[Name=organization] > saml|AttributeValue")
                .eachText();
    }

    private static List<String> groupAttributes(Page page) {
        return assertion(page).select("saml|Attribute[Name^=organization.]").eachAttr("Name");
    }

    /** Those of our own mapper, which have Keycloak's plain format. */
    private static List<String> ownAttributes(Page page) {
        return assertion(page)
                .select("saml|Attribute[Name^=org_][NameFormat=urn:oasis:names:tc:SAML:2.0:attrname-format:basic]")
                .stream()
                .map(attribute -> attribute.attr("Name") + "=" + attribute.text())
                .toList();
    }

    private static Document assertion(Page page) {
        String response = page.element("input[name=SAMLResponse]").attr("value");
        Document document =
                Jsoup.parse(new String(Base64.getDecoder().decode(response), UTF_8), "", Parser.xmlParser());
        assertThat(document.select("saml|Assertion")).as("%s", document).hasSize(1);
        return document;
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
