package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.Enrollments;
import io.github.orgswitcher.store.MadeRequest;
import io.github.orgswitcher.store.People;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of {@code ORGSW_ENROLLMENT}, one by one; {@link JpaAdminLists} has the pages of them. */
record JpaEnrollments(RealmQueries queries) implements Enrollments {

    private static final String FIND =
            "select e from EnrollmentEntity e where e.realmId = :realm and e.orgId = :org and e.userId = :user";

    private static final String OPEN_REQUESTS = """
            select count(e.userId) from EnrollmentEntity e
             where e.realmId = :realm and e.orgId = :org and e.status = REQUESTED
            """;

    private static final String CREATED_BY_PEOPLE = """
            select distinct e.orgId from EnrollmentEntity e
             where e.realmId = :realm and e.orgId in (:orgs) and e.method = CREATOR
            """;

    private static final String JOINED = """
            select e from EnrollmentEntity e
             where e.realmId = :realm and e.userId = :user and e.orgId in (:orgs) and e.status = JOINED
            """;

    private static final String REQUESTS = """
            select o.id as id, o.alias as alias, o.name as name, e.status as status, e.domain as domain,
                   e.updatedAt as updatedAt, e.toldAt as toldAt
              from EnrollmentEntity e
              join OrganizationEntity o on o.id = e.orgId and o.realmId = :realm
             where e.realmId = :realm and e.userId = :user and e.status in (REQUESTED, DENIED) and o.enabled = true
               and not %s
             order by case when e.status = REQUESTED then 1 when e.toldAt is null then 0 else 2 end, e.updatedAt desc, o.id
            """;

    private static final String INSERT = """
            insert into EnrollmentEntity
                   (orgId, userId, realmId, status, method, domain, createdAt, updatedAt, decidedBy)
            values (:org, :user, :realm, :status, :method, :domain, :createdAt, :updatedAt, :decidedBy)
            """;

    /** Whoever has made an organization stays its maker, even after leaving and coming again. */
    private static final String SAVE = INSERT + """
            on conflict (orgId, userId) do update
               set status = excluded.status,
                   method = case when method = CREATOR then method else excluded.method end,
                   domain = excluded.domain, updatedAt = excluded.updatedAt, decidedBy = excluded.decidedBy, toldAt = null
            """;

    private static final String ADD = INSERT + "on conflict do nothing";

    /** A denial outlasts a membership that an administrator has made in spite of it. */
    private static final String SAVE_LEFT = """
            update EnrollmentEntity e set e.status = LEFT, e.updatedAt = :now
             where e.realmId = :realm and e.orgId = :org and e.userId = :user and e.status <> DENIED
            """;

    private static final String TELL = """
            update EnrollmentEntity e set e.toldAt = :now
             where e.realmId = :realm and e.userId = :user and e.orgId in (:orgs) and e.status = DENIED and e.toldAt is null
            """;

    private static final String REMOVE = """
            delete from EnrollmentEntity e
             where e.realmId = :realm and e.orgId = :org and e.userId = :user and e.status = :status
            """;

    @Override
    public Optional<Enrollment> find(String orgId, String userId) {
        return queries.unflushed(FIND, EnrollmentEntity.class)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .getResultStream()
                .map(EnrollmentEntity::toRecord)
                .findFirst();
    }

    @Override
    public Map<String, Enrollment> joined(String userId, Collection<String> orgIds) {
        return orgIds.isEmpty()
                ? Map.of()
                : queries.unflushed(JOINED, EnrollmentEntity.class)
                        .setParameter("user", userId)
                        .setParameter("orgs", orgIds)
                        .getResultStream()
                        .map(EnrollmentEntity::toRecord)
                        .collect(Collectors.toUnmodifiableMap(Enrollment::orgId, Function.identity()));
    }

    @Override
    public List<MadeRequest> requests(String userId, int max) {
        return queries.flushed(REQUESTS.formatted(Membership.of(userId).exists()), Tuple.class)
                .setParameter("user", userId)
                .setMaxResults(max)
                .getResultStream()
                .map(JpaEnrollments::toRequest)
                .toList();
    }

    private static MadeRequest toRequest(Tuple row) {
        return new MadeRequest(
                new OrganizationRef(
                        row.get("id", String.class), row.get("alias", String.class), row.get("name", String.class)),
                row.get("status", EnrollmentStatus.class),
                row.get("domain", String.class),
                Instant.ofEpochMilli(row.get("updatedAt", Long.class)),
                row.get("toldAt") != null);
    }

    @Override
    public long openRequests(String orgId) {
        return queries.unflushed(OPEN_REQUESTS, Long.class)
                .setParameter("org", orgId)
                .getSingleResult();
    }

    @Override
    public Set<String> createdByPeople(Collection<String> orgIds) {
        return orgIds.isEmpty()
                ? Set.of()
                : queries.unflushed(CREATED_BY_PEOPLE, String.class)
                        .setParameter("orgs", orgIds)
                        .getResultStream()
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void save(Collection<Enrollment> enrollments) {
        // One order for everyone: two transactions that write the same records wait for each other instead of dying.
        enrollments.stream()
                .sorted(Comparator.comparing(Enrollment::orgId).thenComparing(Enrollment::userId))
                // A dismissal never overwrites what another tab has just done.
                .forEach(enrollment ->
                        write(enrollment.status() == EnrollmentStatus.DISMISSED ? ADD : SAVE, enrollment));
    }

    private void write(String statement, Enrollment enrollment) {
        queries.unflushed(statement)
                .setParameter("org", enrollment.orgId())
                .setParameter("user", enrollment.userId())
                .setParameter("status", enrollment.status())
                .setParameter("method", enrollment.method())
                .setParameter("domain", enrollment.domain())
                .setParameter("createdAt", enrollment.createdAt().toEpochMilli())
                .setParameter("updatedAt", enrollment.updatedAt().toEpochMilli())
                .setParameter("decidedBy", People.kept(enrollment.decidedBy()))
                .executeUpdate();
    }

    @Override
    public void saveLeft(String orgId, String userId, Instant now) {
        int updated = queries.unflushed(SAVE_LEFT)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        if (updated == 0 && new JpaJoinPolicies(queries).exists(orgId)) {
            write(ADD, Enrollment.of(orgId, userId, EnrollmentStatus.LEFT, null, null, now));
        }
    }

    @Override
    public void saveTold(String userId, Collection<String> orgIds, Instant now) {
        queries.unflushed(TELL)
                .setParameter("user", userId)
                .setParameter("orgs", orgIds)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    @Override
    public boolean remove(String orgId, String userId, EnrollmentStatus status) {
        int removed = queries.unflushed(REMOVE)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .setParameter("status", status)
                .executeUpdate();
        return removed > 0;
    }
}
