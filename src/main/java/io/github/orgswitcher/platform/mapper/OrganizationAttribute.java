package io.github.orgswitcher.platform.mapper;

import java.util.List;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.saml.OrganizationMembershipMapper;

/**
 * Keycloak's mapper of the assertion's attribute {@code organization}, in its place. Keycloak's lists all that the person belongs
 * to.
 */
public abstract class OrganizationAttribute extends OrganizationMembershipMapper {

    private final Teller<AuthenticatedClientSessionModel> teller;

    /**
     * A mapper in place of Keycloak's.
     *
     * @param teller says what may be told
     */
    protected OrganizationAttribute(Teller<AuthenticatedClientSessionModel> teller) {
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
                        OrganizationAttribute::reduce);
    }

    private static boolean reduce(AttributeType attribute, String alias) {
        List<Object> others = attribute.getAttributeValue().stream()
                .filter(value -> !alias.equals(value))
                .toList();
        others.forEach(attribute::removeAttributeValue);
        return !attribute.getAttributeValue().isEmpty();
    }
}
