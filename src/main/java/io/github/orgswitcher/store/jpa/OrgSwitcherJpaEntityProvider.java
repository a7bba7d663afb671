package io.github.orgswitcher.store.jpa;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Names the entities and the Liquibase changelog to Keycloak. */
final class OrgSwitcherJpaEntityProvider implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                AllowedDomainEntity.class,
                MarkedDomainEntity.class,
                JoinPolicyEntity.class,
                EnrollmentEntity.class,
                PersonEntity.class,
                SettingsEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/org-switcher-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return OrgSwitcherJpaEntityProviderFactory.ID;
    }

    @Override
    public void close() {}
}
