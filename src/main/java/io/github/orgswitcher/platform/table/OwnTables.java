package io.github.orgswitcher.platform.table;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Adds an extension's tables to Keycloak's database. */
public abstract class OwnTables implements JpaEntityProviderFactory {

    private final String changelog;
    private final List<Class<?>> entities;

    /**
     * Tables.
     *
     * @param changelog where Liquibase finds how they are made
     * @param entities what Hibernate reads and writes them by
     */
    protected OwnTables(String changelog, List<Class<?>> entities) {
        this.changelog = changelog;
        this.entities = List.copyOf(entities);
    }

    @Override
    public final JpaEntityProvider create(KeycloakSession session) {
        return new JpaEntityProvider() {

            @Override
            public List<Class<?>> getEntities() {
                return entities;
            }

            @Override
            public String getChangelogLocation() {
                return changelog;
            }

            @Override
            public String getFactoryId() {
                return getId();
            }

            @Override
            public void close() {}
        };
    }
}
