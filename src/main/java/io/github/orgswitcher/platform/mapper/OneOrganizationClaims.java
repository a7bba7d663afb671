package io.github.orgswitcher.platform.mapper;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/** A mapper of claims about one organization, for tokens of each kind, UserInfo, and introspection. */
public abstract class OneOrganizationClaims extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper,
                EnvironmentDependentProviderFactory {

    /** Before Keycloak's own mappers, so that whichever of them looks at the organization finds the same in every token. */
    private static final int FIRST = -1;

    private final Finder<IssuedClaims> finder;

    /**
     * A mapper of claims.
     *
     * @param finder finds the organization
     */
    protected OneOrganizationClaims(Finder<IssuedClaims> finder) {
        this.finder = finder;
    }

    @Override
    public final int getPriority() {
        return FIRST;
    }

    @Override
    public final String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public final boolean isSupported(Config.Scope config) {
        return Profile.isFeatureEnabled(Profile.Feature.ORGANIZATION);
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, getClass());
        return properties;
    }

    /** As Keycloak's own mapper does, it lets the refresh token keep what the token is for, without the scope, too. */
    @Override
    protected final void setClaim(
            IDToken token,
            ProtocolMapperModel model,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        finder.find(session, new IssuedClaims(token, context)).ifPresent(organization -> {
            session.getContext().setOrganization(organization);
            OrganizationFacts.of(organization).forEach(token.getOtherClaims()::put);
        });
    }
}
