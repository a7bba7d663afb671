package io.github.orgswitcher.platform.account;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.account.CorsPreflightService;

/**
 * Whoever calls a REST for signed-in people with an access token, asked for as Keycloak's own account REST does: signature,
 * expiry, revocation, session, client, user and DPoP are Keycloak's checks; then the audience {@code account}, and the roles of
 * that client, which come from the token and not from the user. No cookie counts.
 *
 * @param user the person
 * @param userSession the session that the token comes from
 * @param client the application that has the token
 * @param roles the roles of the client {@code account} in the token
 */
public record TokenBearer(UserModel user, UserSessionModel userSession, ClientModel client, Set<String> roles) {

    private static final String[] METHODS = {HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE};

    /**
     * The client whose audience and roles count.
     *
     * @param session the Keycloak session, with the realm in its context
     * @return Keycloak's own client {@code account}; empty where the realm has it not, or off
     */
    public static Optional<ClientModel> audience(KeycloakSession session) {
        return Optional.ofNullable(
                        session.getContext().getRealm().getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID))
                .filter(ClientModel::isEnabled);
    }

    /**
     * Whoever makes the request. Before anything is refused the answer gets its CORS headers, so that an application in a
     * browser can read why.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param audience the client that the token must be for
     * @return the bearer; empty for no token, for one that does not count here, and for a service account
     * @throws jakarta.ws.rs.ForbiddenException for an origin that the application does not have
     */
    public static Optional<TokenBearer> of(KeycloakSession session, ClientModel audience) {
        AuthResult result = authenticate(session);
        if (result == null) {
            openToAll();
            return Optional.empty();
        }
        AccessToken token = whole(session, result, audience);
        Cors.builder().checkAllowedOrigins(token).allowedMethods(METHODS).auth().add();
        boolean counts =
                token.hasAudience(audience.getClientId()) && result.user().getServiceAccountClientLink() == null;
        return counts
                ? Optional.of(new TokenBearer(
                        result.user(), result.session(), result.client(), roles(token, audience.getClientId())))
                : Optional.empty();
    }

    /** Lets scripts of all origins read the answer to a request of which nobody is known, and which takes no cookies. */
    public static void openToAll() {
        Cors.builder().allowAllOrigins().add();
    }

    /**
     * The answer to a browser that asks what an application of another origin may do.
     *
     * @param session the Keycloak session
     * @return Keycloak's own resource for that; empty for a request of another kind
     */
    public static Optional<Object> preflight(KeycloakSession session) {
        return HttpMethod.OPTIONS.equals(session.getContext().getHttpRequest().getHttpMethod())
                ? Optional.of(new CorsPreflightService())
                : Optional.empty();
    }

    /**
     * Whether the token lets the application look at the person's account.
     *
     * @return whether it has one of the roles that Keycloak asks for
     */
    public boolean mayView() {
        return Stream.of(AccountRoles.MANAGE_ACCOUNT, AccountRoles.VIEW_PROFILE).anyMatch(roles::contains);
    }

    /**
     * Whether the token lets the application change the person's account.
     *
     * @return whether it has the role that Keycloak asks for
     */
    public boolean mayManage() {
        return roles.contains(AccountRoles.MANAGE_ACCOUNT);
    }

    /** A header of another form than {@code Bearer} is no token, either. */
    private static @Nullable AuthResult authenticate(KeycloakSession session) {
        try {
            return new BearerTokenAuthenticator(session).authenticate();
        } catch (NotAuthorizedException e) {
            return null;
        }
    }

    /** A lightweight token has neither audience nor roles, which Keycloak adds where a token is introspected. */
    private static AccessToken whole(KeycloakSession session, AuthResult result, ClientModel audience) {
        AccessToken token = result.token();
        boolean light = token.getAudience() == null || token.getResourceAccess(audience.getClientId()) == null;
        return light
                        && session.getProvider(
                                        TokenIntrospectionProvider.class,
                                        AccessTokenIntrospectionProviderFactory.ACCESS_TOKEN_TYPE)
                                instanceof AccessTokenIntrospectionProvider<?> introspection
                ? introspection.transformAccessToken(token, result.session())
                : token;
    }

    private static Set<String> roles(AccessToken token, String clientId) {
        return Optional.ofNullable(token.getResourceAccess(clientId))
                .map(AccessToken.Access::getRoles)
                .map(Set::copyOf)
                .orElse(Set.of());
    }
}
