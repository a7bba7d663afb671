package io.github.orgswitcher.platform.mapper;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/** A mapper of an assertion's attributes about one organization. */
public abstract class OneOrganizationAttributes extends AbstractSAMLProtocolMapper
        implements SAMLAttributeStatementMapper, EnvironmentDependentProviderFactory {

    private final Finder<AuthenticatedClientSessionModel> finder;

    /**
     * A mapper of attributes.
     *
     * @param finder finds the organization
     */
    protected OneOrganizationAttributes(Finder<AuthenticatedClientSessionModel> finder) {
        this.finder = finder;
    }

    @Override
    public final String getDisplayCategory() {
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
    }

    @Override
    public final boolean isSupported(Config.Scope config) {
        return Profile.isFeatureEnabled(Profile.Feature.ORGANIZATION);
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public final void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        finder.find(session, clientSession).ifPresent(organization -> OrganizationFacts.of(organization)
                .forEach((name, value) ->
                        statement.addAttribute(new AttributeStatementType.ASTChoiceType(attribute(name, value)))));
    }

    private static AttributeType attribute(String name, String value) {
        AttributeType attribute = new AttributeType(name);
        attribute.setFriendlyName(name);
        attribute.setNameFormat(JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC.get());
        attribute.addAttributeValue(value);
        return attribute;
    }
}
