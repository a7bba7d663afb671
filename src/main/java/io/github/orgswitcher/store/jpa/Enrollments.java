package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.store.Enrollment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of {@code ORGSW_ENROLLMENT}, one by one; {@link AdminLists} has the pages of them. */
final class Enrollments {

    private final EntityManager em;

    Enrollments(EntityManager em) {
        this.em = em;
    }

    Optional<Enrollment> find(String realmId, String orgId, String userId) {
        return em.createQuery(Queries.ENROLLMENT, EnrollmentEntity.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .getResultStream()
                .map(EnrollmentEntity::toRecord)
                .findFirst();
    }

    Set<String> createdByPeople(String realmId, Collection<String> orgIds) {
        return orgIds.isEmpty()
                ? Set.of()
                : em.createQuery(Queries.CREATED_BY_PEOPLE, String.class)
                        .setFlushMode(FlushModeType.COMMIT)
                        .setParameter("realm", realmId)
                        .setParameter("orgs", orgIds)
                        .getResultStream()
                        .collect(Collectors.toUnmodifiableSet());
    }

    void save(String realmId, Collection<Enrollment> enrollments) {
        // One order for everyone: two transactions that write the same records wait for each other instead of dying.
        enrollments.stream()
                .sorted(Comparator.comparing(Enrollment::orgId).thenComparing(Enrollment::userId))
                .forEach(enrollment -> saveOne(realmId, enrollment));
    }

    private void saveOne(String realmId, Enrollment enrollment) {
        // A dismissal never overwrites what another tab has just done.
        boolean keepExisting = enrollment.status() == EnrollmentStatus.DISMISSED;
        write(keepExisting ? Queries.ADD_ENROLLMENT : Queries.SAVE_ENROLLMENT, realmId, enrollment);
    }

    private void write(String statement, String realmId, Enrollment enrollment) {
        statement(statement)
                .setParameter("realm", realmId)
                .setParameter("org", enrollment.orgId())
                .setParameter("user", enrollment.userId())
                .setParameter("status", enrollment.status())
                .setParameter("method", enrollment.method())
                .setParameter("domain", enrollment.domain())
                .setParameter("createdAt", enrollment.createdAt().toEpochMilli())
                .setParameter("updatedAt", enrollment.updatedAt().toEpochMilli())
                .setParameter("decidedBy", enrollment.decidedBy())
                .executeUpdate();
    }

    /** Whether there was a record to mark. */
    boolean markLeft(String realmId, String orgId, String userId, Instant now) {
        int updated = statement(Queries.SAVE_LEFT)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        return updated > 0;
    }

    void addLeft(String realmId, String orgId, String userId, Instant now) {
        Enrollment left = Enrollment.of(orgId, userId, EnrollmentStatus.LEFT, null, null, now);
        write(Queries.ADD_ENROLLMENT, realmId, left);
    }

    boolean remove(String realmId, String orgId, String userId, EnrollmentStatus status) {
        int removed = statement(Queries.REMOVE_ENROLLMENT)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .setParameter("status", status)
                .executeUpdate();
        return removed > 0;
    }

    private Query statement(String statement) {
        return em.createQuery(statement).setFlushMode(FlushModeType.COMMIT);
    }
}
