package io.github.orgswitcher.platform.flow;

import jakarta.ws.rs.core.UriBuilder;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/**
 * The one grant without a browser for which Keycloak evaluates required actions; an added action breaks it. It is told by
 * its place, the token endpoint, which no page posts to: a field of the form, or a note that is absent, would let others
 * pass for it.
 */
public final class DirectGrant {

    private DirectGrant() {}

    /**
     * Whether a request is one.
     *
     * @param session the Keycloak session, with the realm in its context
     * @return whether it is to the realm's token endpoint
     */
    public static boolean isUnderWay(KeycloakSession session) {
        KeycloakContext context = session.getContext();
        String tokenEndpoint = OIDCLoginProtocolService.tokenUrl(UriBuilder.fromPath("/"))
                .build(context.getRealm().getName())
                .getPath();
        return context.getUri().getAbsolutePath().getPath().endsWith(tokenEndpoint);
    }
}
