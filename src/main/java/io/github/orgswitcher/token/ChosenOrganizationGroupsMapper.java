package io.github.orgswitcher.token;

import io.github.orgswitcher.decision.Standing.Choice;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationGroupMembershipMapper;
import org.keycloak.representations.IDToken;

/**
 * Keycloak's mapper of a member's groups, in its place. It puts them into the claim {@code organization}, by the client
 * session's note alone; here they are those of the organization that the token is for, and none after going on with none.
 */
public final class ChosenOrganizationGroupsMapper extends OrganizationGroupMembershipMapper {

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
        Choice choice = OrganizationNote.deciding(session, context);
        if (!OrganizationNote.isNone(choice)) {
            String orgId = choice == null ? null : choice.orgId();
            super.setClaim(token, model, userSession, session, NotedContext.of(context, orgId));
        }
    }
}
