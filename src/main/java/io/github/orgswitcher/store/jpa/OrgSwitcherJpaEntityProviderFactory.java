package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.table.OwnTables;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;

/** Adds the extension's tables to Keycloak's database. */
public final class OrgSwitcherJpaEntityProviderFactory extends OwnTables {

    /** The provider id. */
    public static final String ID = "org-switcher-jpa";

    /** Made by Keycloak. */
    public OrgSwitcherJpaEntityProviderFactory() {
        super(
                "META-INF/org-switcher-changelog.xml",
                List.of(
                        AllowedDomainEntity.class,
                        MarkedDomainEntity.class,
                        JoinPolicyEntity.class,
                        EnrollmentEntity.class,
                        PersonEntity.class,
                        LastUsedEntity.class,
                        DirectoryLeaverEntity.class,
                        SettingsEntity.class,
                        OutboxEntity.class));
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
