package io.github.orgswitcher.token;

import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.saml.OrganizationGroupMembershipMapper;

/**
 * Keycloak's mapper of the assertion's attributes {@code organization.<alias>.…} with a member's groups and roles, in its
 * place: only those of the organization that was chosen, and none after going on with none.
 */
public final class ChosenOrganizationGroupsSamlMapper extends OrganizationGroupMembershipMapper {

    @Override
    public int order() {
        return Overrides.ORDER;
    }

    @Override
    public void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        ChosenAttributes.of(session, clientSession)
                .add(
                        statement,
                        all -> super.transformAttributeStatement(all, model, session, userSession, clientSession),
                        (attribute, alias) -> attribute.getName().startsWith("organization." + alias + "."));
    }
}
