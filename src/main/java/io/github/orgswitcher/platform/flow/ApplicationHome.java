package io.github.orgswitcher.platform.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The home of an OpenID Connect application, where a login can end that answers no request of it.
 *
 * @param client the application
 * @param uri the address
 */
public record ApplicationHome(ClientModel client, String uri) {

    /** What belongs to the one request that is not answered. */
    private static final List<String> OF_THE_REQUEST = List.of(
            OIDCLoginProtocol.STATE_PARAM,
            OIDCLoginProtocol.NONCE_PARAM,
            OIDCLoginProtocol.RESPONSE_MODE_PARAM,
            OIDCLoginProtocol.CODE_CHALLENGE_PARAM,
            OIDCLoginProtocol.CODE_CHALLENGE_METHOD_PARAM,
            OIDCLoginProtocol.DPOP_JKT,
            OAuth2Constants.AUTHORIZATION_DETAILS,
            Constants.KC_ACTION,
            Constants.KC_ACTION_PARAMETER);

    /**
     * The home that an application has told Keycloak.
     *
     * @param session the Keycloak session
     * @param client the application
     * @return the home; empty where it has told none
     */
    public static Optional<ApplicationHome> of(KeycloakSession session, ClientModel client) {
        return Optional.ofNullable(client.getBaseUrl())
                .filter(url -> !url.isBlank())
                .map(url -> ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), url))
                .map(uri -> new ApplicationHome(client, uri));
    }

    /**
     * The home of an application, or else of the account console.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param asked the application; null where it is gone
     * @return the home of the first of both that has one, is enabled, and speaks OpenID Connect
     */
    public static Optional<ApplicationHome> orOfAccountConsole(KeycloakSession session, @Nullable ClientModel asked) {
        RealmModel realm = session.getContext().getRealm();
        return Stream.of(
                        Optional.ofNullable(asked),
                        Optional.ofNullable(realm.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID)))
                .flatMap(Optional::stream)
                .filter(client -> client.isEnabled() && isOfOpenIdConnect(client))
                .flatMap(client -> of(session, client).stream())
                .findFirst();
    }

    private static boolean isOfOpenIdConnect(ClientModel client) {
        return client.getProtocol() == null || OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
    }

    /**
     * Has a login ask for what an application asks for at the least.
     *
     * @param session the Keycloak session, with realm and application in its context
     * @param login the login
     */
    public void askIn(KeycloakSession session, AuthenticationSessionModel login) {
        login.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(
                        session.getContext().getUri().getBaseUri(),
                        login.getRealm().getName()));
        login.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, OAuth2Constants.SCOPE_OPENID);
        AuthenticationManager.setClientScopesInSession(session, login);
    }

    /**
     * Has a login end here, whatever request it was for.
     *
     * @param login the login
     */
    public void end(AuthenticationSessionModel login) {
        OF_THE_REQUEST.forEach(login::removeClientNote);
        login.setRedirectUri(uri);
        login.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, uri);
        login.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCResponseType.NONE);
    }
}
