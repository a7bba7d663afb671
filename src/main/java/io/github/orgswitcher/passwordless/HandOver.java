package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.passwordless.LinkRefusedException.Reason;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.RestartLoginCookie;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * Carries a login to another browser, where the person has opened the link. The other browser gets a login of its own and
 * never the first one's, so that whoever started that cannot be signed in by somebody else's press.
 *
 * <p>An application keeps the state of its request, and its proof key, in the browser that has made the request; it could
 * not take the answer in another. So the other browser goes to the application's home, which then asks for itself and gets
 * its answer from the session without a page. Only an application that has told Keycloak no home gets the answer where it
 * has asked for it.
 */
final class HandOver {

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

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionManager manager;

    HandOver(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.manager = new AuthenticationSessionManager(session);
    }

    /**
     * A login in this browser: the double of the one that asked for the mail, or, where that has ended, one that ends at the
     * application's home, or at the account console where it has none.
     *
     * @throws LinkRefusedException when the login has ended, and there is no place to go to
     */
    AuthenticationSessionModel from(OpenedLink link) throws LinkRefusedException {
        AuthenticationSessionModel origin = link.login();
        AuthenticationSessionModel here = origin == null ? afresh(link.client()) : doubleOf(origin);
        here.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        here.setAction(Action.AUTHENTICATE.name());
        here.setAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH, LoginActionsService.AUTHENTICATE_PATH);
        RestartLoginCookie.setRestartCookie(session, here);
        return here;
    }

    private AuthenticationSessionModel doubleOf(AuthenticationSessionModel origin) {
        AuthenticationSessionModel here = root().createAuthenticationSession(origin.getClient());
        here.setRedirectUri(origin.getRedirectUri());
        here.setClientScopes(origin.getClientScopes());
        origin.getClientNotes().forEach(here::setClientNote);
        String locale = origin.getAuthNote(LocaleSelectorProvider.USER_REQUEST_LOCALE);
        if (locale != null) {
            here.setAuthNote(LocaleSelectorProvider.USER_REQUEST_LOCALE, locale);
        }
        String home = home(origin.getClient());
        if (home != null) {
            endAt(here, home);
        }
        return here;
    }

    private AuthenticationSessionModel afresh(ClientModel asked) throws LinkRefusedException {
        ClientModel client = Stream.of(asked, realm.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID))
                .filter(candidate -> candidate != null && candidate.isEnabled() && home(candidate) != null)
                .findFirst()
                .orElseThrow(() -> new LinkRefusedException(Reason.TIMED_OUT));
        String home = Objects.requireNonNull(home(client));
        session.getContext().setClient(client);
        AuthenticationSessionModel here = root().createAuthenticationSession(client);
        here.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        here.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, OAuth2Constants.SCOPE_OPENID);
        AuthenticationManager.setClientScopesInSession(session, here);
        endAt(here, home);
        return here;
    }

    /** As for a login that starts here: in this browser's logins, and with its session where there is one. */
    private RootAuthenticationSessionModel root() {
        RootAuthenticationSessionModel current = manager.getCurrentRootAuthenticationSession(realm);
        if (current != null) {
            return current;
        }
        UserSessionModel userSession = manager.getUserSessionFromAuthenticationCookie(realm);
        if (userSession == null) {
            return manager.createAuthenticationSession(realm, true);
        }
        manager.setAuthSessionCookie(userSession.getId());
        manager.setAuthSessionIdHashCookie(userSession.getId());
        return session.authenticationSessions().createRootAuthenticationSession(realm, userSession.getId());
    }

    private @Nullable String home(ClientModel client) {
        String baseUrl = client.getBaseUrl();
        return baseUrl == null || baseUrl.isBlank()
                ? null
                : ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), baseUrl);
    }

    private static void endAt(AuthenticationSessionModel login, String home) {
        OF_THE_REQUEST.forEach(login::removeClientNote);
        login.setRedirectUri(home);
        login.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, home);
        login.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCResponseType.NONE);
    }
}
