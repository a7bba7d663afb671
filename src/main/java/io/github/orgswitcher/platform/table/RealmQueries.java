package io.github.orgswitcher.platform.table;

import static org.hibernate.Timeouts.SKIP_LOCKED_MILLI;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;
import static org.hibernate.jpa.SpecHints.HINT_SPEC_QUERY_TIMEOUT;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaQuery;

/**
 * Queries and statements in one realm, which their texts call {@code :realm}. It alone says what Hibernate sends before them.
 *
 * <p>Our own tables are written by statements, so nothing in the persistence context waits to be sent to them, and looking for
 * it would take long when a large realm is imported: what reads or writes them alone is <em>unflushed</em>. What looks at
 * Keycloak's tables, where the request itself may have changed something, is <em>flushed</em>.
 *
 * @param em the entity manager, in whose transaction they run
 * @param realmId the realm
 */
public record RealmQueries(EntityManager em, String realmId) {

    /**
     * The property of an entity manager that says after how many milliseconds a query that waits for locks is broken off; where it is
     * missing, the database alone ends its waits.
     */
    public static final String LONGEST_LOCKING = "org-switcher.longest-locking";

    private static final String REALM = "realm";

    /**
     * A query for which nothing is sent before.
     *
     * @param query the query
     * @param type what it selects
     * @param <T> the same
     * @return the query
     */
    public <T> TypedQuery<T> unflushed(String query, Class<T> type) {
        return flushed(query, type).setFlushMode(FlushModeType.COMMIT);
    }

    /**
     * The same, made by criteria, which name the realm themselves.
     *
     * @param query the query
     * @param <T> what it selects
     * @return the query
     */
    public <T> TypedQuery<T> unflushed(CriteriaQuery<T> query) {
        return flushed(query).setFlushMode(FlushModeType.COMMIT);
    }

    /**
     * A query for which nothing is sent before, which waits for the rows and locks them until the transaction ends.
     *
     * @param query the query
     * @param type what it selects, an entity
     * @param <T> the same
     * @return the query, to be executed once: it waits for no longer than could be waited when it was made
     */
    public <T> TypedQuery<T> locking(String query, Class<T> type) {
        TypedQuery<T> locking = unflushed(query, type).setLockMode(LockModeType.PESSIMISTIC_WRITE);
        Object longest = em.getProperties().get(LONGEST_LOCKING);
        return longest == null ? locking : locking.setHint(HINT_SPEC_QUERY_TIMEOUT, longest);
    }

    /**
     * The same, which locks the rows that nobody else has locked until the transaction ends, and leaves out the others. It waits for
     * nobody, and so fails for nobody.
     *
     * @param query the query
     * @param type what it selects, an entity
     * @param <T> the same
     * @return the query
     */
    public <T> TypedQuery<T> lockingFree(String query, Class<T> type) {
        return unflushed(query, type)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED_MILLI);
    }

    /**
     * A statement for which nothing is sent before.
     *
     * @param statement the statement
     * @return the statement
     */
    public Query unflushed(String statement) {
        return flushed(statement).setFlushMode(FlushModeType.COMMIT);
    }

    /**
     * A query before which is sent what the transaction has changed.
     *
     * @param query the query
     * @param type what it selects
     * @param <T> the same
     * @return the query
     */
    public <T> TypedQuery<T> flushed(String query, Class<T> type) {
        return em.createQuery(query, type).setParameter(REALM, realmId);
    }

    /**
     * The same, made by criteria, which name the realm themselves.
     *
     * @param query the query
     * @param <T> what it selects
     * @return the query
     */
    public <T> TypedQuery<T> flushed(CriteriaQuery<T> query) {
        return em.createQuery(query);
    }

    /**
     * A statement before which is sent what the transaction has changed.
     *
     * @param statement the statement
     * @return the statement
     */
    public Query flushed(String statement) {
        return em.createQuery(statement).setParameter(REALM, realmId);
    }
}
