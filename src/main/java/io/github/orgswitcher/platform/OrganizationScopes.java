package io.github.orgswitcher.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's scopes of organizations. Which scope that is, the client scopes of the application tell: its name may be any.
 *
 * @param session a Keycloak session whose context has the application
 */
public record OrganizationScopes(KeycloakSession session) {

    /** What a scope asks for. */
    public enum Kind {
        /** {@code organization}: the one that was chosen, or the only one. */
        PLAIN,
        /** {@code organization:acme}. */
        NAMED,
        /** {@code organization:*}. */
        ALL
    }

    /**
     * The single scopes of a parameter.
     *
     * @param parameter the parameter {@code scope}; null where there is none, as in SAML
     * @return the scopes
     */
    public static List<String> split(@Nullable String parameter) {
        return parameter == null
                ? List.of()
                : TokenManager.parseScopeParameter(parameter).toList();
    }

    /**
     * What scopes ask for.
     *
     * @param scopes one scope, or several with spaces between them
     * @return the kind of the first that asks for organizations; empty where none does
     */
    public Optional<Kind> kindOf(String scopes) {
        return Optional.ofNullable(OrganizationScope.valueOfScope(session, scopes))
                .map(OrganizationScopes::kind);
    }

    /**
     * Whether scopes ask for one organization and do not say for which.
     *
     * @param scopes one scope, or several with spaces between them
     * @return whether the first that asks for organizations is the plain one
     */
    public boolean arePlain(String scopes) {
        return kindOf(scopes).filter(Kind.PLAIN::equals).isPresent();
    }

    /**
     * The organizations that scopes give to a person.
     *
     * @param user the person
     * @param scopes the scopes of a token
     * @return what Keycloak names in the claim by itself; empty where the scopes ask for none
     */
    public Stream<OrganizationModel> granted(UserModel user, String scopes) {
        OrganizationScope scope = OrganizationScope.valueOfScope(session, scopes);
        return scope == null ? Stream.empty() : scope.resolveOrganizations(user, scopes, session);
    }

    /**
     * The names of the scopes that ask for organizations at an application, which need not be the session's.
     *
     * @param client the application
     * @return the names, to which {@link #isOf} tells what belongs
     */
    public static List<String> namesAt(ClientModel client) {
        return Stream.of(true, false)
                .flatMap(byDefault -> client.getClientScopes(byDefault).values().stream())
                .filter(scope -> scope.getProtocolMappersStream()
                        .anyMatch(
                                mapper -> OrganizationMembershipMapper.PROVIDER_ID.equals(mapper.getProtocolMapper())))
                .map(ClientScopeModel::getName)
                .toList();
    }

    /**
     * Whether a scope is that of a name, with or without a value.
     *
     * @param name a client scope's name
     * @param scope one scope
     */
    public static boolean isOf(String name, String scope) {
        return scope.equals(name) || scope.startsWith(name + ClientScopeModel.VALUE_SEPARATOR);
    }

    /**
     * Has Keycloak read a login's scope anew: it keeps what it has read, for the request and for the page that asks for consent.
     *
     * @param authSession the login, with its application in the session's context
     */
    public void reread(AuthenticationSessionModel authSession) {
        session.removeAttribute(OrganizationScope.class.getName());
        AuthenticationManager.setClientScopesInSession(session, authSession);
    }

    private static Kind kind(OrganizationScope scope) {
        return switch (scope) {
            case ANY -> Kind.PLAIN;
            case SPECIFIC -> Kind.NAMED;
            case ALL -> Kind.ALL;
        };
    }
}
