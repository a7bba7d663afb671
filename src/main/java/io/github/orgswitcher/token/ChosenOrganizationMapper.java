package io.github.orgswitcher.token;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.representations.IDToken;

/**
 * Keycloak's mapper of the claim {@code organization}, in its place. Who belongs to one organization gets it whatever was
 * chosen ({@code OrganizationScope.ANY} looks at no note then); here that person gets none after going on with none.
 */
public final class ChosenOrganizationMapper extends OrganizationMembershipMapper {

    @Override
    public int order() {
        return Overrides.ORDER;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel model,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        if (!OrganizationNote.isNone(OrganizationNote.deciding(session, context))) {
            super.setClaim(token, model, userSession, session, context);
        }
    }
}
