package io.github.orgswitcher.platform.table;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OrganizationDomainEntity;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;

/** Keycloak's database, and those of its tables that queries begin with, or join, by criteria. */
public final class KeycloakTables {

    /** Organizations, with {@code id}, {@code realmId}, {@code alias}, {@code name}, {@code groupId}. */
    public static final Class<?> ORGANIZATIONS = OrganizationEntity.class;

    /** Keycloak's own domains of organizations, with {@code organization} and {@code name}. */
    public static final Class<?> ORGANIZATION_DOMAINS = OrganizationDomainEntity.class;

    /**
     * The users of Keycloak's own storage, with {@code id}, {@code realmId}, {@code username}, {@code email}, {@code firstName},
     * {@code lastName}, {@code emailVerified}, {@code enabled}, {@code federationLink}, {@code serviceAccountClientLink}.
     */
    public static final Class<?> USERS = UserEntity.class;

    /** Memberships of these users in groups, each organization's own among them, with {@code user} and {@code groupId}. */
    public static final Class<?> MEMBERSHIPS = UserGroupMembershipEntity.class;

    private KeycloakTables() {}

    /**
     * The entity manager of a session, so that what goes through it shares Keycloak's transaction.
     *
     * @param session the session
     * @return the entity manager, which the session closes
     */
    public static EntityManager of(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
