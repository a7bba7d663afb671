package io.github.orgswitcher.platform.mapper;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.representations.IDToken;

/** Keycloak's mapper of the claim {@code organization}, in its place. */
public abstract class OrganizationClaim extends OrganizationMembershipMapper {

    /**
     * What a token may tell.
     *
     * @param session the session of the request
     * @param context the client session and the scopes of the token
     * @return what may be told; for one organization Keycloak's scope finds it by itself
     */
    protected abstract Told told(KeycloakSession session, ClientSessionContext context);

    @Override
    public final int order() {
        return Place.ORDER;
    }

    @Override
    protected final void setClaim(
            IDToken token,
            ProtocolMapperModel model,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        if (!(told(session, context) instanceof Told.Nothing)) {
            super.setClaim(token, model, userSession, session, context);
        }
    }
}
