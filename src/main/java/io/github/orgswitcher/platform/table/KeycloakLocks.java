package io.github.orgswitcher.platform.table;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.RealmEntity;

/**
 * Keycloak's own rows, locked for what is written beside them: they are there when ours are not yet, and whoever removes them
 * waits.
 *
 * @param em the entity manager of the transaction that locks
 */
public record KeycloakLocks(EntityManager em) {

    private static final String REALM = "select r from RealmEntity r where r.id = :realm";

    /** In one order, so that two who lock several wait for each other and do not deadlock. */
    private static final String ORGANIZATIONS =
            "select o from OrganizationEntity o where o.realmId = :realm and o.id in (:orgs) order by o.id";

    /**
     * Locks a realm.
     *
     * @param realmId the realm
     */
    public void realm(String realmId) {
        locking(REALM, RealmEntity.class).setParameter("realm", realmId).getResultList();
    }

    /**
     * Locks organizations, always in the same order.
     *
     * @param realmId their realm
     * @param orgIds the organizations
     * @return those that there are
     */
    public Set<String> organizations(String realmId, Collection<String> orgIds) {
        if (orgIds.isEmpty()) {
            return Set.of();
        }
        return locking(ORGANIZATIONS, OrganizationEntity.class)
                .setParameter("realm", realmId)
                .setParameter("orgs", orgIds)
                .getResultStream()
                .map(OrganizationEntity::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Nothing waits to be flushed that a lock would need. */
    private <T> TypedQuery<T> locking(String query, Class<T> type) {
        return em.createQuery(query, type)
                .setFlushMode(FlushModeType.COMMIT)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
    }
}
