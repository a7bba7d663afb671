package io.github.orgswitcher.platform.account;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.urls.UrlType;

/**
 * The way to sign in and come back to a page of ours: a login for Keycloak's own account console, with a required action that
 * sends the browser on. Nobody has the code that the login ends with.
 */
public final class AccountLogin {

    private static final Set<String> CLIENTS =
            Set.of(Constants.ACCOUNT_CONSOLE_CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);

    private static final int CHALLENGE_LENGTH = 43;

    private AccountLogin() {}

    /**
     * Where to sign in.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param action the required action, with what it is to do behind a colon
     * @return the address; empty where the realm has both of Keycloak's account clients off
     */
    public static Optional<URI> address(KeycloakSession session, String action) {
        RealmModel realm = session.getContext().getRealm();
        UriInfo frontend = session.getContext().getUri(UrlType.FRONTEND);
        URI console = RealmsResource.realmBaseUrl(frontend).path("account/").build(realm.getName());
        return Stream.of(Constants.ACCOUNT_CONSOLE_CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                .flatMap(id -> Stream.ofNullable(realm.getClientByClientId(id)))
                .filter(ClientModel::isEnabled)
                .findFirst()
                .map(client -> OIDCLoginProtocolService.authUrl(frontend)
                        .queryParam(OIDCLoginProtocol.CLIENT_ID_PARAM, client.getClientId())
                        .queryParam(OIDCLoginProtocol.REDIRECT_URI_PARAM, console)
                        .queryParam(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OAuth2Constants.CODE)
                        .queryParam(OIDCLoginProtocol.SCOPE_PARAM, OAuth2Constants.SCOPE_OPENID)
                        .queryParam(
                                OIDCLoginProtocol.CODE_CHALLENGE_PARAM,
                                SecretGenerator.getInstance().randomString(CHALLENGE_LENGTH))
                        .queryParam(OIDCLoginProtocol.CODE_CHALLENGE_METHOD_PARAM, OAuth2Constants.PKCE_METHOD_S256)
                        .queryParam(Constants.KC_ACTION, action)
                        .build(realm.getName()));
    }

    /**
     * Whether a login has begun at such an address, as far as its application tells.
     *
     * @param login the login
     * @return whether it is for one of the account clients
     */
    public static boolean is(AuthenticationSessionModel login) {
        return CLIENTS.contains(login.getClient().getClientId());
    }
}
