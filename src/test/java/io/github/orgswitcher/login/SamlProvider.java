package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.crypto.Algorithm;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.KeysMetadataRepresentation.KeyMetadataRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * The social realm as a SAML 2.0 identity provider of the realm under test. It is asked by a redirect and answers by a form that
 * the browser posts, signed, with the address as the X.500 attribute that Keycloak knows of itself.
 */
final class SamlProvider {

    private static final String USERNAMES = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
    private static final String EMAIL = "urn:oid:1.2.840.113549.1.9.1";

    private final TestRealm realm;
    private final String alias;

    private SamlProvider(TestRealm realm, String alias) {
        this.realm = realm;
        this.alias = alias;
    }

    /** A provider with "Trust email" on. */
    static SamlProvider of(TestRealm realm, String alias) {
        SamlProvider provider = new SamlProvider(realm, alias);
        if (realm.socialResource().clients().findByClientId(provider.issuer()).isEmpty()) {
            provider.addClient();
        }
        provider.addProvider();
        return provider;
    }

    /** What the realm under test calls itself. */
    private String issuer() {
        return realm.server().realmUri(realm.name()).toString();
    }

    private void addClient() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(issuer());
        client.setProtocol("saml");
        client.setEnabled(true);
        client.setFullScopeAllowed(false);
        client.setRedirectUris(List.of(issuer() + "/broker/*"));
        client.setAttributes(Map.of(
                "saml.client.signature", "false",
                "saml.server.signature", "true",
                "saml.force.post.binding", "true",
                "saml_force_name_id_format", "true",
                "saml_name_id_format", "username"));
        client.setProtocolMappers(List.of(attribute(
                "address",
                "saml-user-property-mapper",
                Map.of(
                        "user.attribute", "email",
                        "friendly.name", "email",
                        "attribute.name", EMAIL,
                        "attribute.nameformat", "URI Reference"))));
        realm.socialResource().clients().create(client).close();
    }

    private void addProvider() {
        RealmResource social = realm.socialResource();
        String at =
                realm.server().realmUri(social.toRepresentation().getRealm()).toString();
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(alias);
        provider.setProviderId("saml");
        provider.setEnabled(true);
        provider.setTrustEmail(true);
        provider.setConfig(Map.ofEntries(
                Map.entry("idpEntityId", at),
                Map.entry("singleSignOnServiceUrl", at + "/protocol/saml"),
                Map.entry("postBindingResponse", "true"),
                Map.entry("nameIDPolicyFormat", USERNAMES),
                Map.entry("validateSignature", "true"),
                Map.entry("signingCertificate", certificate(social)),
                Map.entry("syncMode", "IMPORT")));
        realm.resource().identityProviders().create(provider).close();
    }

    private static String certificate(RealmResource social) {
        return social.keys().getKeyMetadata().getKeys().stream()
                .filter(key -> Algorithm.RS256.equals(key.getAlgorithm()))
                .map(KeyMetadataRepresentation::getCertificate)
                .findFirst()
                .orElseThrow();
    }

    /** Makes it an organization's own. */
    void link(String organizationId) {
        realm.resource()
                .organizations()
                .get(organizationId)
                .identityProviders()
                .addIdentityProvider(alias)
                .close();
    }

    /** Switches "Trust email". */
    void trust(boolean on) {
        IdentityProviderRepresentation provider = resource().toRepresentation();
        provider.setTrustEmail(on);
        resource().update(provider);
    }

    void rule(String claim, String condition) {
        mapper("org-switcher-email-authority", Map.of("syncMode", "INHERIT", "claim", claim, "condition", condition));
    }

    /** Takes the address from another attribute. */
    void takeAddressFrom(String attribute) {
        mapper(
                "saml-user-attribute-idp-mapper",
                Map.of("syncMode", "INHERIT", "attribute.name", attribute, "user.attribute", "email"));
    }

    private void mapper(String type, Map<String, String> config) {
        IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
        mapper.setName(type);
        mapper.setIdentityProviderAlias(alias);
        mapper.setIdentityProviderMapper(type);
        mapper.setConfig(config);
        resource().addMapper(mapper).close();
    }

    /** It says this of everybody. */
    void send(String name, String value) {
        client().getProtocolMappers()
                .createMapper(attribute(
                        "said " + UUID.randomUUID(),
                        "saml-hardcode-attribute-mapper",
                        Map.of(
                                "attribute.name", name,
                                "attribute.value", value,
                                "attribute.nameformat", "Basic")))
                .close();
    }

    private static ProtocolMapperRepresentation attribute(String name, String type, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("saml");
        mapper.setProtocolMapper(type);
        mapper.setConfig(config);
        return mapper;
    }

    /** As it was made. */
    void reset() {
        trust(true);
        resource().getMappers().forEach(mapper -> resource().delete(mapper.getId()));
        var said = client().getProtocolMappers();
        said.getMappers().stream()
                .filter(mapper -> mapper.getName().startsWith("said "))
                .forEach(mapper -> said.delete(mapper.getId()));
    }

    /** Signs somebody of the social realm in by it, and returns the page that follows on its answer. */
    Page signIn(OidcClient client, UserAgent agent, String username, Map<String, String> parameters) {
        Page answer = client.signInBy(alias, agent, username, parameters);
        return answer.submit("form:has([name=SAMLResponse]) [type=submit]");
    }

    private IdentityProviderResource resource() {
        return realm.resource().identityProviders().get(alias);
    }

    private ClientResource client() {
        var clients = realm.socialResource().clients();
        return clients.get(clients.findByClientId(issuer()).get(0).getId());
    }
}
