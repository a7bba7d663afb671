package io.github.orgswitcher.platform;

import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.FederatedIdentityEntity;
import org.keycloak.models.jpa.entities.GroupAttributeEntity;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.models.jpa.entities.IdentityProviderEntity;
import org.keycloak.models.jpa.entities.OrganizationDomainEntity;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.OrganizationIdentityProviderEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRequiredActionEntity;

/** Keycloak's tables as Hibernate knows them, with no database: whether it understands a statement, it tells without. */
final class Tables {

    private static final SessionFactory FACTORY = new MetadataSources(new StandardServiceRegistryBuilder(
                            new BootstrapServiceRegistryBuilder()
                                    .applyClassLoader(Tables.class.getClassLoader())
                                    .build())
                    .applySetting("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
                    .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                    .build())
            .addAnnotatedClasses(
                    CredentialEntity.class,
                    FederatedIdentityEntity.class,
                    GroupEntity.class,
                    GroupAttributeEntity.class,
                    IdentityProviderEntity.class,
                    OrganizationDomainEntity.class,
                    OrganizationEntity.class,
                    OrganizationIdentityProviderEntity.class,
                    UserAttributeEntity.class,
                    UserEntity.class,
                    UserGroupMembershipEntity.class,
                    UserRequiredActionEntity.class)
            .buildMetadata()
            .buildSessionFactory();

    private Tables() {}

    /** Throws where a statement is none, or gives another result than the one that is expected. */
    static void understand(String statement, Class<?> result) {
        try (var session = FACTORY.openSession()) {
            session.createQuery(statement, result);
        }
    }
}
