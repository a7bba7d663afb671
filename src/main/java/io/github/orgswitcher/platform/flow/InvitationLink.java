package io.github.orgswitcher.platform.flow;

import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The link in the mail of an invitation to an address that nobody had then. It leads to Keycloak's registration page, which
 * keeps the invitation's token in the addresses of its forms; whoever signs in by an identity provider instead, on 26.7,
 * has lost it.
 *
 * @param authSession the login
 */
public record InvitationLink(AuthenticationSessionModel authSession) {

    private static final String TOKEN =
            AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + Constants.TOKEN;

    /**
     * Whether the login began with one. It is anybody's word, and opens nothing.
     *
     * @return whether its request had a parameter of that name
     */
    public boolean isFollowed() {
        return authSession.getClientNote(TOKEN) != null;
    }
}
