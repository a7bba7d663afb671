package io.github.orgswitcher.store.jpa;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Adds the extension's tables to Keycloak's database. */
public final class OrgSwitcherJpaEntityProviderFactory implements JpaEntityProviderFactory {

    /** The provider id. */
    public static final String ID = "org-switcher-jpa";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new OrgSwitcherJpaEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
