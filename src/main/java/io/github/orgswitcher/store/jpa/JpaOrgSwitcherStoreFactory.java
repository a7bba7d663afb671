package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.Versioned;
import io.github.orgswitcher.platform.table.KeycloakTables;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OrgSwitcherStoreFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the store on the session's own entity manager, so that it shares Keycloak's transaction. */
public final class JpaOrgSwitcherStoreFactory implements OrgSwitcherStoreFactory, Versioned {

    @Override
    public OrgSwitcherStore create(KeycloakSession session) {
        return new JpaOrgSwitcherStore(session, KeycloakTables.of(session));
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "jpa";
    }
}
