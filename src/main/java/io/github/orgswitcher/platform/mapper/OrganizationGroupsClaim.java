package io.github.orgswitcher.platform.mapper;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationGroupMembershipMapper;
import org.keycloak.representations.IDToken;

/**
 * Keycloak's mapper of a member's groups, in its place. It puts them into the claim {@code organization}, by the client
 * session's note alone, which may be another than the one that is told.
 */
public abstract class OrganizationGroupsClaim extends OrganizationGroupMembershipMapper {

    private final Teller<ClientSessionContext> teller;

    /**
     * A mapper in place of Keycloak's.
     *
     * @param teller says what may be told
     */
    protected OrganizationGroupsClaim(Teller<ClientSessionContext> teller) {
        this.teller = teller;
    }

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
        Told told = teller.told(session, context);
        if (!(told instanceof Told.Nothing)) {
            String orgId = told instanceof Told.Only only ? only.orgId() : null;
            super.setClaim(token, model, userSession, session, NotedContext.of(context, orgId));
        }
    }
}
