package io.github.orgswitcher.account;

import io.github.orgswitcher.platform.RealmEndpoint;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Puts {@link OrgSwitcherResource} at {@code /realms/{realm}/org-switcher}. */
public final class OrgSwitcherEndpoint extends RealmEndpoint {

    static final String PROVIDER_ID = "org-switcher";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new OrgSwitcherResource(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
