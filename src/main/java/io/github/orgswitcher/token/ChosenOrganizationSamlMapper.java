package io.github.orgswitcher.token;

import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.saml.OrganizationMembershipMapper;

/**
 * Keycloak's mapper of the assertion's attribute {@code organization}, in its place. It lists all that the person belongs to;
 * here the attribute is the one that was chosen, and there is none after going on with none.
 */
public final class ChosenOrganizationSamlMapper extends OrganizationMembershipMapper {

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
                        (attribute, alias) -> {
                            attribute.getAttributeValue().stream()
                                    .filter(value -> !alias.equals(value))
                                    .toList()
                                    .forEach(attribute::removeAttributeValue);
                            return !attribute.getAttributeValue().isEmpty();
                        });
    }
}
