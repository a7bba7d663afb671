package io.github.orgswitcher.admin;

import io.github.orgswitcher.platform.RunningKeycloak;
import io.github.orgswitcher.platform.Versioned;
import io.github.orgswitcher.platform.admin.AdminChanges;
import io.github.orgswitcher.platform.admin.AdminEndpoint;
import io.github.orgswitcher.platform.admin.Administrator;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Adds {@code /admin/realms/{realm}/org-switcher}. */
public final class OrgSwitcherAdminResourceProviderFactory extends AdminEndpoint implements Versioned {

    @Override
    public String getId() {
        return "org-switcher";
    }

    @Override
    protected Object resource(
            KeycloakSession session, RealmModel realm, Administrator administrator, AdminChanges changes) {
        return new OrgSwitcherAdminResource(new AdminRequest(session, realm, administrator, changes));
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
