package io.github.orgswitcher.testing;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserProfileResource;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionConfigRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderSimpleRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/**
 * A fresh realm with organizations, stored events, mail, and two applications, and beside it a second realm on the same
 * server that it knows as the identity provider {@value #SOCIAL}. Closing removes both.
 */
public final class TestRealm implements AutoCloseable {

    /** A public client. */
    public static final String APP = "app";
    /** Another public client, for the same session. */
    public static final String APP2 = "app2";
    /** A confidential client with a service account. */
    public static final String SERVICE = "service";
    /** The alias of the social identity provider. */
    public static final String SOCIAL = "social";
    /** The password of everyone here. */
    public static final String PASSWORD = "correct-horse-1";

    private final KeycloakServer server;
    private final KeycloakServer provider;
    private final String name;

    private TestRealm(KeycloakServer server, KeycloakServer provider, String name) {
        this.server = server;
        this.provider = provider;
        this.name = name;
    }

    /** A realm whose social identity provider has "Trust email" on. */
    public static TestRealm on(KeycloakServer server) {
        return on(server, true);
    }

    /** A realm with "Trust email" of the social identity provider on or off. */
    public static TestRealm on(KeycloakServer server, boolean trustEmail) {
        return on(server, server, trustEmail);
    }

    /** A realm whose social realm is on another server, so that what it costs there does not count here. */
    public static TestRealm on(KeycloakServer server, KeycloakServer provider) {
        return on(server, provider, true);
    }

    private static TestRealm on(KeycloakServer server, KeycloakServer provider, boolean trustEmail) {
        String name = "it-" + UUID.randomUUID().toString().substring(0, 8);
        provider.admin().realms().create(RealmTemplate.social(name, server, provider));
        server.admin().realms().create(RealmTemplate.main(name, server, provider, trustEmail));
        return new TestRealm(server, provider, name);
    }

    public String name() {
        return name;
    }

    public KeycloakServer server() {
        return server;
    }

    /** The realm as the administrator of the server sees it, for all that has no method here. */
    public RealmResource resource() {
        return server.admin().realm(name);
    }

    /** The companion realm that plays the social provider. */
    public RealmResource socialResource() {
        return provider.admin().realm(RealmTemplate.socialName(name));
    }

    /** The client {@value #APP}. */
    public OidcClient app() {
        return new OidcClient(server.realmUri(name), APP, null);
    }

    /** A client whose tokens let it look at people's accounts and no more. */
    public OidcClient viewer() {
        OidcClient viewer = client("viewer", client -> client.setFullScopeAllowed(false));
        ClientsResource clients = resource().clients();
        ClientRepresentation account = clients.findByClientId("account").get(0);
        clients.get(clients.findByClientId("viewer").get(0).getId())
                .getScopeMappings()
                .clientLevel(account.getId())
                .add(List.of(
                        clients.get(account.getId()).roles().get("view-profile").toRepresentation()));
        return viewer;
    }

    /** The client {@value #APP}, at another node of the server. */
    public OidcClient appAt(URI node) {
        return new OidcClient(URI.create(node + "/realms/" + name), APP, null);
    }

    /** Lets another node of the server send people to the social realm, too. */
    public void allowBroker(URI node) {
        ClientRepresentation client = socialResource()
                .clients()
                .findByClientId(RealmTemplate.BROKER_CLIENT)
                .get(0);
        client.getRedirectUris().add(node + "/realms/" + name + "/broker/*");
        socialResource().clients().get(client.getId()).update(client);
    }

    /** The client {@value #APP2}. */
    public OidcClient app2() {
        return new OidcClient(server.realmUri(name), APP2, null);
    }

    /**
     * A client of one's own, like {@value #APP}.
     *
     * @param change what is different
     */
    public OidcClient client(String clientId, Consumer<ClientRepresentation> change) {
        ClientRepresentation client = RealmTemplate.application(clientId);
        change.accept(client);
        resource().clients().create(client).close();
        return publicClient(clientId);
    }

    /** Adds a protocol mapper to a client. */
    public void addMapper(String clientId, ProtocolMapperRepresentation mapper) {
        String id = resource().clients().findByClientId(clientId).get(0).getId();
        resource().clients().get(id).getProtocolMappers().createMapper(mapper).close();
    }

    /** A public client that is there. */
    public OidcClient publicClient(String clientId) {
        return new OidcClient(server.realmUri(name), clientId, null);
    }

    /** The client {@value #SERVICE}. */
    public OidcClient service() {
        return new OidcClient(server.realmUri(name), SERVICE, RealmTemplate.SECRET);
    }

    /** Adds someone to the social realm and returns the id there; this realm learns of them at their first login. */
    public String socialUser(String username, String email, boolean emailVerified) {
        return createdId(socialResource().users().create(RealmTemplate.user(username, email, emailVerified)));
    }

    /** Adds someone with a verified email and the password {@link #PASSWORD} to this realm and returns the id. */
    public String user(String username, String email) {
        return createdId(resource().users().create(RealmTemplate.user(username, email, true)));
    }

    /**
     * The id of someone in this realm.
     *
     * @throws AssertionError when nobody has this name
     */
    public String userId(String username) {
        return resource().users().searchByUsername(username, true).stream()
                .map(UserRepresentation::getId)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No user " + username + " in " + name));
    }

    /** Adds an organization and returns its id. */
    public String organization(String organizationName, String alias, Map<String, List<String>> attributes) {
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName(organizationName);
        organization.setAlias(alias);
        organization.setEnabled(true);
        organization.setAttributes(attributes);
        return createdId(resource().organizations().create(organization));
    }

    /** Makes someone a member. */
    public void member(String organizationId, String userId) {
        createdId(resource().organizations().get(organizationId).members().addMember(userId));
    }

    /** Invites somebody as the Admin Console does, with a mail, and returns the invitation's id. */
    public String invite(String organizationId, String email) {
        resource()
                .organizations()
                .get(organizationId)
                .members()
                .inviteUser(email, "Invited", "Person")
                .close();
        return invitations(organizationId, email).get(0);
    }

    /** Ids of an address's invitations, expired ones among them, as the Admin Console lists them. */
    public List<String> invitations(String organizationId, String email) {
        List<String> ids = new ArrayList<>();
        rest().get("organizations/" + organizationId + "/invitations?email=" + email)
                .json()
                .forEach(invitation -> ids.add(invitation.path("id").asText()));
        return ids;
    }

    /** Whether someone is a member, as the Admin Console would say. */
    public boolean isMember(String organizationId, String userId) {
        return resource().organizations().members().getOrganizations(userId).stream()
                .anyMatch(organization -> organizationId.equals(organization.getId()));
    }

    /** Switches a required action on, as in Authentication &gt; Required actions, and replaces its configuration. */
    public void enableRequiredAction(String alias, Map<String, String> config) {
        AuthenticationManagementResource management = resource().flows();
        for (RequiredActionProviderSimpleRepresentation action : management.getUnregisteredRequiredActions()) {
            if (alias.equals(action.getProviderId())) {
                management.registerRequiredAction(action);
            }
        }
        RequiredActionProviderRepresentation action = management.getRequiredAction(alias);
        action.setEnabled(true);
        management.updateRequiredAction(alias, action);
        if (!config.isEmpty()) {
            RequiredActionConfigRepresentation configuration = new RequiredActionConfigRepresentation();
            configuration.setConfig(config);
            management.updateRequiredActionConfig(alias, configuration);
        }
    }

    /** Adds an identity provider like {@value #SOCIAL} that is linked to an organization. */
    public void organizationProvider(String alias, String organizationId) {
        IdentityProviderRepresentation provider =
                resource().identityProviders().get(SOCIAL).toRepresentation();
        provider.setInternalId(null);
        provider.setAlias(alias);
        provider.getConfig().put("clientSecret", RealmTemplate.SECRET);
        resource().identityProviders().create(provider).close();
        resource()
                .organizations()
                .get(organizationId)
                .identityProviders()
                .addIdentityProvider(alias)
                .close();
    }

    /** Gives an organization a domain of Keycloak's own, as under its Settings. */
    public void ownDomain(String organizationId, String domain) {
        ownDomain(organizationId, domain, false);
    }

    /** The same with the mark that it is verified, which the Admin Console never sets. */
    public void ownDomain(String organizationId, String domain, boolean verified) {
        OrganizationResource organization = resource().organizations().get(organizationId);
        OrganizationRepresentation representation = organization.toRepresentation();
        OrganizationDomainRepresentation own = new OrganizationDomainRepresentation(domain);
        own.setVerified(verified);
        representation.addDomain(own);
        organization.update(representation).close();
    }

    /** Adds an identity provider like {@value #SOCIAL} that Keycloak sends the people of an organization's domain to. */
    public void providerOfDomain(String alias, String organizationId, String domain) {
        ownDomain(organizationId, domain);
        organizationProvider(alias, organizationId);
        IdentityProviderRepresentation provider =
                resource().identityProviders().get(alias).toRepresentation();
        provider.getConfig().put("clientSecret", RealmTemplate.SECRET);
        provider.getConfig().put("kc.org.domain", domain);
        provider.getConfig().put("kc.org.broker.redirect.mode.email-matches", "true");
        resource().identityProviders().get(alias).update(provider);
    }

    /** Makes a flow of this one authenticator the post-broker-login flow of the social identity provider. */
    public void postBrokerFlow(String authenticatorId) {
        new Flows(resource()).postBrokerLogin(authenticatorId);
    }

    /** Binds a copy of the browser flow with this authenticator, ALTERNATIVE, right after the cookie. */
    public void browserFlowWith(String authenticatorId) {
        new Flows(resource()).browserAfterCookie(authenticatorId);
    }

    /** Lets people sign in by email, social provider and passkey, with the flow and the settings of docs/flows.md. */
    public void passwordless() {
        RealmRepresentation realm = resource().toRepresentation();
        realm.setRegistrationAllowed(true);
        resource().update(realm);
        UserProfileResource profile = resource().users().userProfile();
        UPConfig config = profile.getConfiguration();
        config.getAttribute("firstName").setRequired(null);
        config.getAttribute("lastName").setRequired(null);
        profile.update(config);
        browserFlow(
                "passwordless",
                FlowStep.alternative("auth-cookie"),
                FlowStep.alternative("org-switcher"),
                FlowStep.alternative("identity-provider-redirector"),
                FlowStep.alternative(
                        "sign in",
                        FlowStep.alternative(
                                "by email",
                                FlowStep.required("email-sign-in"),
                                FlowStep.conditional(
                                        "second factor",
                                        FlowStep.required("conditional-user-configured"),
                                        FlowStep.alternative("auth-otp-form"),
                                        FlowStep.alternative("webauthn-authenticator"),
                                        FlowStep.alternative("auth-recovery-authn-code-form"))),
                        FlowStep.alternative("webauthn-authenticator-passwordless")));
    }

    /** Makes a browser flow of these steps and binds it. */
    public void browserFlow(String alias, FlowStep... steps) {
        new Flows(resource()).browser(alias, List.of(steps));
    }

    /** Binds a browser flow that is there, such as Keycloak's own, {@code browser}. */
    public void bindBrowserFlow(String alias) {
        new Flows(resource()).bindBrowser(alias);
    }

    /**
     * Makes these steps the first-broker-login flow of the social identity provider; without steps, the flow there is
     * of this alias.
     */
    public void firstBrokerFlow(String alias, FlowStep... steps) {
        new Flows(resource()).firstBrokerLogin(alias, List.of(steps));
    }

    /** The stored user events, latest first. */
    public List<EventRepresentation> events() {
        return resource().getEvents();
    }

    /** The stored admin events, latest first; the setting up of this realm is among them. */
    public List<AdminEventRepresentation> adminEvents() {
        return resource().getAdminEvents();
    }

    /** Calls below {@code /admin/realms/{realm}}, with all rights; {@link Rest#as} changes that. */
    public Rest rest() {
        return new Rest(
                URI.create(server.baseUri() + "/admin/realms/" + name),
                () -> server.admin().tokenManager().getAccessTokenString());
    }

    /** Calls below {@code /realms/{realm}} with someone's access token. */
    public Rest userRest(String accessToken) {
        return new Rest(server.realmUri(name), () -> accessToken);
    }

    /**
     * An administrator of this realm.
     *
     * @param userId the user
     * @param accessToken their access token, which names no user
     */
    public record Admin(String userId, String accessToken) {}

    /** An access token of a new administrator of this realm with just these roles of {@code realm-management}. */
    public String adminToken(String... roles) {
        return admin(roles).accessToken();
    }

    /** A new administrator of this realm with just these roles of {@code realm-management}. */
    public Admin admin(String... roles) {
        String username = administrator(roles);
        String token = new OidcClient(server.realmUri(name), "admin-cli", null)
                .directGrant(username)
                .accessToken();
        return new Admin(userId(username), token);
    }

    /** Adds an administrator of this realm with just these roles of {@code realm-management}; returns the user name. */
    public String administrator(String... roles) {
        String username = "admin-" + UUID.randomUUID().toString().substring(0, 8);
        String userId = user(username, username + "@admin.example");
        String management =
                resource().clients().findByClientId("realm-management").get(0).getId();
        List<RoleRepresentation> granted = List.of(roles).stream()
                .map(role ->
                        resource().clients().get(management).roles().get(role).toRepresentation())
                .toList();
        resource().users().get(userId).roles().clientLevel(management).add(granted);
        return username;
    }

    @Override
    public void close() {
        resource().remove();
        socialResource().remove();
    }

    static String createdId(Response response) {
        try (response) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }
}
