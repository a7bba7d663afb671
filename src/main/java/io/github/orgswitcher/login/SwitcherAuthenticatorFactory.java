package io.github.orgswitcher.login;

import io.github.orgswitcher.platform.Versioned;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Describes the authenticator {@code org-switcher}. Its settings are the required action's. */
public final class SwitcherAuthenticatorFactory implements AuthenticatorFactory, Versioned {

    private static final SwitcherAuthenticator AUTHENTICATOR = new SwitcherAuthenticator();
    private static final Requirement[] REQUIREMENTS = {
        Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED
    };

    @Override
    public String getId() {
        return SwitcherConfig.PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Organization switcher";
    }

    @Override
    public String getHelpText() {
        return "Lets people choose, join or create an organization. REQUIRED in a post-broker-login flow; ALTERNATIVE"
                + " right after Cookie in a browser flow, so that the next client starts with the session's"
                + " organization. Settings: required action \"Organization switcher\".";
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENTS.clone();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return AUTHENTICATOR;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
