package io.github.orgswitcher.store.jpa;

import jakarta.persistence.EntityManager;
import org.keycloak.common.util.Time;

/** An organization's seats, counted as far as its limit. */
final class Seats {

    /** Hibernate wants an order: this is none, because all are of one organization. */
    private static final String SOME = """
            (select count(x.id)
               from (select o.id as id from %s m join OrganizationEntity o on o.groupId = m.groupId
                      where o.realmId = :realm and o.id = :org order by o.id limit %s) x)
            """;

    /** Whoever is invited has a seat until the invitation expires, which Keycloak counts in seconds. */
    private static final String INVITED = """
            (select count(y.id)
               from (select i.id as id from OrganizationInvitationEntity i
                      where i.organizationId = :org and i.expiresAt >= :now order by i.organizationId limit %s) y)
            """;

    private final EntityManager em;
    private final String realmId;

    Seats(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    boolean areTaken(String orgId, int limit) {
        String taken = "select %s + %s + %s from RealmEntity r where r.id = :realm"
                .formatted(
                        SOME.formatted("UserGroupMembershipEntity", limit),
                        SOME.formatted("FederatedUserGroupMembershipEntity", limit),
                        INVITED.formatted(limit));
        return em.createQuery(taken, Long.class)
                        .setParameter("realm", realmId)
                        .setParameter("org", orgId)
                        .setParameter("now", Time.currentTime())
                        .getSingleResult()
                >= limit;
    }
}
