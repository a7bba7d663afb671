package io.github.orgswitcher.login;

import io.github.orgswitcher.platform.Versioned;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.settings.SwitcherConfigProperties;
import io.github.orgswitcher.settings.SwitcherConfigValidation;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Describes the required action {@code org-switcher}, whose configuration holds the extension's settings. */
public final class SwitcherRequiredActionFactory implements RequiredActionFactory, Versioned {

    private static final SwitcherRequiredAction ACTION = new SwitcherRequiredAction();

    @Override
    public String getId() {
        return SwitcherConfig.PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Organization switcher";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return ACTION;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return SwitcherConfigProperties.all();
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        SwitcherConfigValidation.validate(session, realm, model);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
