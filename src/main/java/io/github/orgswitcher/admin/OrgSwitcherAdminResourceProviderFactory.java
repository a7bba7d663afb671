package io.github.orgswitcher.admin;

import io.github.orgswitcher.platform.RunningKeycloak;
import io.github.orgswitcher.platform.Versioned;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Adds {@code /admin/realms/{realm}/org-switcher}. */
public final class OrgSwitcherAdminResourceProviderFactory implements AdminRealmResourceProviderFactory, Versioned {

    private static final OrgSwitcherAdminResourceProvider PROVIDER = new OrgSwitcherAdminResourceProvider();

    @Override
    public String getId() {
        return "org-switcher";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return PROVIDER;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        RunningKeycloak.recognize();
    }

    @Override
    public void close() {}
}
