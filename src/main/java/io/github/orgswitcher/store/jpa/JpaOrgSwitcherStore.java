package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Notice;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.Patience;
import io.github.orgswitcher.store.RealmDomain;
import io.github.orgswitcher.store.RealmStore;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.keycloak.models.KeycloakSession;

/** The store on JPA, and what it asks of all realms. */
record JpaOrgSwitcherStore(KeycloakSession session, EntityManager em) implements OrgSwitcherStore {

    private static final String REALMS = "select distinct o.realmId from OrganizationEntity o order by o.realmId";

    private static final String REALMS_WITH_ACTION =
            "select distinct a.realm.id from RequiredActionProviderEntity a where a.providerId = :provider";

    private static final String PROOFS_TO_CHECK = """
            select d from AllowedDomainEntity d
             where d.verification = VERIFIED and d.checkedAt <= :checkedUntil
             order by d.checkedAt, d.id
            """;

    private static final String NOTICES_DUE =
            "select n from OutboxEntity n where n.sentAt = 0 and n.dueAt <= :now order by n.dueAt, n.id";

    private static final String REMOVE_SENT = "delete from OutboxEntity n where n.sentAt > 0 and n.sentAt < :before";

    @Override
    public RealmStore of(String realmId) {
        return new JpaRealmStore(session, new RealmQueries(em, realmId));
    }

    @Override
    public List<String> realmsWithOrganizations() {
        return em.createQuery(REALMS, String.class).getResultList();
    }

    @Override
    public List<String> realmsWithAction(String providerId) {
        return em.createQuery(REALMS_WITH_ACTION, String.class)
                .setParameter("provider", providerId)
                .getResultList();
    }

    @Override
    public List<RealmDomain> proofsToCheck(Instant checkedUntil, int max) {
        return em.createQuery(PROOFS_TO_CHECK, AllowedDomainEntity.class)
                .setParameter("checkedUntil", checkedUntil.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(entity -> new RealmDomain(entity.realmId, entity.toRecord()))
                .toList();
    }

    @Override
    public List<Notice.Letter> lettersDue(Instant now, int max) {
        return em.createQuery(NOTICES_DUE, OutboxEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> row.toRecord().letter())
                .distinct()
                .toList();
    }

    @Override
    public void removeSentNotices(Instant before) {
        em.createQuery(REMOVE_SENT)
                .setParameter("before", before.toEpochMilli())
                .executeUpdate();
    }

    @Override
    public boolean isComparable(String text) {
        return Texts.of(em).isComparable(text);
    }

    @Override
    public void flush() {
        em.flush();
    }

    @Override
    public <T> T guarded(Supplier<T> work) {
        return new GuardedConnection(em, Patience.of(session)).call(work);
    }

    @Override
    public boolean readsRepeatably() {
        return em.unwrap(Session.class).doReturningWork(Connection::getTransactionIsolation)
                > Connection.TRANSACTION_READ_COMMITTED;
    }

    @Override
    public void briefly(Runnable work) {
        new GuardedConnection(em, Patience.of(session)).limit(work);
    }
}
