package io.github.orgswitcher.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The representations that a {@link TestRealm} is made of. */
final class RealmTemplate {

    static final String SECRET = "secret";
    static final String BROKER_CLIENT = "broker-client";

    private static final List<String> DEFAULT_SCOPES =
            List.of("basic", "acr", "profile", "email", "roles", "web-origins");
    private static final List<String> OPTIONAL_SCOPES = List.of("organization");

    private RealmTemplate() {}

    static RealmRepresentation main(String name, KeycloakServer server, KeycloakServer provider, boolean trustEmail) {
        RealmRepresentation realm = realm(name, RealmKeys.MAIN);
        realm.setOrganizationsEnabled(true);
        realm.setSmtpServer(server.smtpSettings());
        realm.setEventsEnabled(true);
        realm.setAdminEventsEnabled(true);
        realm.setAdminEventsDetailsEnabled(true);
        realm.setClients(List.of(
                application(TestRealm.APP), application(TestRealm.APP2), confidential(TestRealm.SERVICE, List.of())));
        realm.setIdentityProviders(List.of(socialProvider(name, provider, trustEmail)));
        return realm;
    }

    static RealmRepresentation social(String mainName, KeycloakServer server, KeycloakServer provider) {
        RealmRepresentation realm = realm(socialName(mainName), RealmKeys.SOCIAL);
        // One issuer for the browser and for the broker, which may reach the server at another address.
        realm.setAttributes(Map.of("frontendUrl", provider.baseUri().toString()));
        realm.setClients(List.of(confidential(BROKER_CLIENT, List.of(server.realmUri(mainName) + "/broker/*"))));
        return realm;
    }

    static String socialName(String mainName) {
        return mainName + "-social";
    }

    /** Someone with a whole profile, so that no page asks for it. */
    static UserRepresentation user(String username, String email, boolean emailVerified) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(TestRealm.PASSWORD);
        UserRepresentation user = new UserRepresentation();
        user.setUsername(username);
        user.setEmail(email);
        user.setEmailVerified(emailVerified);
        user.setFirstName(username);
        user.setLastName("Example");
        user.setEnabled(true);
        user.setCredentials(List.of(credential));
        return user;
    }

    private static RealmRepresentation realm(String name, String privateKey) {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(name);
        realm.setEnabled(true);
        realm.setSslRequired("none");
        realm.setPrivateKey(privateKey);
        return realm;
    }

    static ClientRepresentation application(String clientId) {
        ClientRepresentation client = client(clientId);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(true);
        client.setRedirectUris(List.of("http://127.0.0.1/*", "http://localhost/*"));
        client.setWebOrigins(List.of("+"));
        client.setDefaultClientScopes(DEFAULT_SCOPES);
        client.setOptionalClientScopes(OPTIONAL_SCOPES);
        client.setAttributes(Map.of("pkce.code.challenge.method", "S256"));
        return client;
    }

    private static ClientRepresentation confidential(String clientId, List<String> redirectUris) {
        ClientRepresentation client = client(clientId);
        client.setPublicClient(false);
        client.setSecret(SECRET);
        client.setServiceAccountsEnabled(true);
        client.setStandardFlowEnabled(!redirectUris.isEmpty());
        client.setRedirectUris(redirectUris);
        return client;
    }

    private static ClientRepresentation client(String clientId) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setProtocol("openid-connect");
        client.setEnabled(true);
        return client;
    }

    private static IdentityProviderRepresentation socialProvider(
            String mainName, KeycloakServer provider, boolean trustEmail) {
        String realm = "/realms/" + socialName(mainName);
        URI browser = URI.create(provider.baseUri() + realm);
        URI backchannel = URI.create(provider.backchannelUri() + realm);
        String endpoints = "/protocol/openid-connect/";
        IdentityProviderRepresentation representation = new IdentityProviderRepresentation();
        representation.setAlias(TestRealm.SOCIAL);
        representation.setDisplayName("Social");
        representation.setProviderId("oidc");
        representation.setEnabled(true);
        representation.setTrustEmail(trustEmail);
        representation.setConfig(Map.ofEntries(
                Map.entry("clientId", BROKER_CLIENT),
                Map.entry("clientSecret", SECRET),
                Map.entry("clientAuthMethod", "client_secret_post"),
                Map.entry("authorizationUrl", browser + endpoints + "auth"),
                Map.entry("tokenUrl", backchannel + endpoints + "token"),
                Map.entry("userInfoUrl", backchannel + endpoints + "userinfo"),
                Map.entry("jwksUrl", backchannel + endpoints + "certs"),
                Map.entry("useJwksUrl", "true"),
                Map.entry("validateSignature", "true"),
                Map.entry("pkceEnabled", "true"),
                Map.entry("pkceMethod", "S256"),
                Map.entry("defaultScope", "openid profile email"),
                Map.entry("syncMode", "IMPORT")));
        return representation;
    }
}
