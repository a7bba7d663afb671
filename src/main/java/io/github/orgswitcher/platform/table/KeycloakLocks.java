package io.github.orgswitcher.platform.table;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.RealmEntity;

/**
 * Keycloak's own rows of a realm, locked for what is written beside them: they are there when ours are not yet, and whoever
 * removes them waits. Nothing waits to be sent that a lock would need.
 *
 * @param queries the queries of the transaction that locks
 */
public record KeycloakLocks(RealmQueries queries) {

    private static final String REALM = "select r from RealmEntity r where r.id = :realm";

    /** In one order, so that two who lock several wait for each other and do not deadlock. */
    private static final String ORGANIZATIONS =
            "select o from OrganizationEntity o where o.realmId = :realm and o.id in (:orgs) order by o.id";

    /** Locks the realm. */
    public void realm() {
        queries.unflushed(REALM, RealmEntity.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Locks organizations, always in the same order.
     *
     * @param orgIds the organizations
     * @return those that there are
     */
    public Set<String> organizations(Collection<String> orgIds) {
        if (orgIds.isEmpty()) {
            return Set.of();
        }
        return queries.unflushed(ORGANIZATIONS, OrganizationEntity.class)
                .setParameter("orgs", orgIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(OrganizationEntity::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
