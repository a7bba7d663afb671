package io.github.orgswitcher.platform.mapper;

import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.saml.OrganizationGroupMembershipMapper;

/**
 * Keycloak's mapper of the assertion's attributes {@code organization.<alias>.…} with a member's groups and roles, in its
 * place.
 */
public abstract class OrganizationGroupsAttribute extends OrganizationGroupMembershipMapper {

    private final Teller<AuthenticatedClientSessionModel> teller;

    /**
     * A mapper in place of Keycloak's.
     *
     * @param teller says what may be told
     */
    protected OrganizationGroupsAttribute(Teller<AuthenticatedClientSessionModel> teller) {
        this.teller = teller;
    }

    @Override
    public final int order() {
        return Place.ORDER;
    }

    @Override
    public final void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        new ToldAttributes(session, teller.told(session, clientSession))
                .add(
                        statement,
                        all -> super.transformAttributeStatement(all, model, session, userSession, clientSession),
                        (attribute, alias) -> attribute.getName().startsWith("organization." + alias + "."));
    }
}
