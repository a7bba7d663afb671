package io.github.orgswitcher.platform.mapper;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.representations.IDToken;

/** Keycloak's mapper of the claim {@code organization}, in its place. */
public abstract class OrganizationClaim extends OrganizationMembershipMapper {

    private final Teller<ClientSessionContext> teller;

    /**
     * A mapper in place of Keycloak's.
     *
     * @param teller says what may be told
     */
    protected OrganizationClaim(Teller<ClientSessionContext> teller) {
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
        if (!(teller.told(session, context) instanceof Told.Nothing)) {
            super.setClaim(token, model, userSession, session, context);
        }
    }
}
