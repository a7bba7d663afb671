package io.github.orgswitcher.store.jpa;

import java.util.List;

/**
 * The store's queries. Each names the realm.
 *
 * <p>{@code on conflict do nothing} names no columns: with columns, Hibernate 7.2 leaves the clause out on databases that
 * do not know it, such as H2, and the insert fails.
 */
final class Queries {

    static final String DOMAIN =
            "select d from AllowedDomainEntity d where d.realmId = :realm and d.orgId = :org and d.domain = :domain";

    static final String ADD_DOMAIN = """
            insert into AllowedDomainEntity
                   (id, realmId, orgId, domain, searchName, source, verification, verificationToken, createdAt, createdBy,
                    claimed)
            values (:id, :realm, :org, :domain, :searchName, :source, :verification, :token, :createdAt, :createdBy, :claimed)
            on conflict do nothing
            """;

    static final String REMOVE_DOMAINS = """
            delete from AllowedDomainEntity d
             where d.realmId = :realm and d.orgId = :org and d.domain in (:domains) and d.source = :source
            """;

    static final String DOMAINS_OF = """
            select d from AllowedDomainEntity d
             where d.realmId = :realm and d.orgId in (:orgs) and d.source = :source
            """;

    /** The token tells whether it is still the row that was checked; of two checks the later one counts. */
    static final String SAVE_PROOF = """
            update AllowedDomainEntity d
               set d.verification = :verification, d.verifiedAt = :verifiedAt, d.checkedAt = :checkedAt,
                   d.missingSince = :missingSince
             where d.realmId = :realm and d.orgId = :org and d.domain = :domain and d.verificationToken = :token
               and (d.checkedAt is null or d.checkedAt <= :checkedAt)
            """;

    static final String PROOFS_TO_CHECK = """
            select d from AllowedDomainEntity d
             where d.verification = VERIFIED and d.checkedAt <= :checkedUntil
             order by d.checkedAt, d.id
            """;

    static final String ENROLLMENT =
            "select e from EnrollmentEntity e where e.realmId = :realm and e.orgId = :org and e.userId = :user";

    static final String CREATED_BY_PEOPLE = """
            select distinct e.orgId from EnrollmentEntity e
             where e.realmId = :realm and e.orgId in (:orgs) and e.method = CREATOR
            """;

    private static final String INSERT_ENROLLMENT = """
            insert into EnrollmentEntity
                   (orgId, userId, realmId, status, method, domain, createdAt, updatedAt, decidedBy)
            values (:org, :user, :realm, :status, :method, :domain, :createdAt, :updatedAt, :decidedBy)
            """;

    /** Whoever has made an organization stays its maker, even after leaving and coming again. */
    static final String SAVE_ENROLLMENT = INSERT_ENROLLMENT + """
                      on conflict (orgId, userId) do update
                         set status = excluded.status,
                             method = case when method = CREATOR then method else excluded.method end,
                             domain = excluded.domain, updatedAt = excluded.updatedAt, decidedBy = excluded.decidedBy
                      """;

    static final String ADD_ENROLLMENT = INSERT_ENROLLMENT + "on conflict do nothing";

    /** A denial outlasts a membership that an administrator has made in spite of it. */
    static final String SAVE_LEFT = """
            update EnrollmentEntity e set e.status = LEFT, e.updatedAt = :now
             where e.realmId = :realm and e.orgId = :org and e.userId = :user and e.status <> DENIED
            """;

    static final String REMOVE_ENROLLMENT = """
            delete from EnrollmentEntity e
             where e.realmId = :realm and e.orgId = :org and e.userId = :user and e.status = :status
            """;

    private static final String USERS_OF_STORAGE =
            "delete from %s x where x.realmId = :realm and x.userId like :prefix";

    /** Whom Keycloak keeps nothing of begins with {@code f:}: of them, only their storage knows whether they are still there. */
    private static final String GONE_USERS = """
            delete from %s x
             where x.realmId = :realm and x.userId not like 'f:%%'
               and x.userId not in (select u.id from UserEntity u where u.realmId = :realm)
            """;

    /** What others lock first goes first, here and below. */
    private static final List<String> OF_USERS = List.of("PersonEntity", "EnrollmentEntity");

    private static final List<String> OF_ORGANIZATIONS =
            List.of("JoinPolicyEntity", "AllowedDomainEntity", "MarkedDomainEntity", "EnrollmentEntity");
    private static final List<String> ALL = List.of(
            "PersonEntity",
            "JoinPolicyEntity",
            "AllowedDomainEntity",
            "MarkedDomainEntity",
            "EnrollmentEntity",
            "SettingsEntity");

    static final List<String> REMOVE_USER =
            deletes("delete from %s x where x.realmId = :realm and x.userId = :user", OF_USERS);

    /** Ids of users that a storage provider did not import begin with {@code f:} and the provider's id. */
    static final List<String> REMOVE_USERS_OF_STORAGE = deletes(USERS_OF_STORAGE, OF_USERS);

    static final List<String> REMOVE_GONE_USERS = deletes(GONE_USERS, OF_USERS);

    static final List<String> REMOVE_REALM = deletes("delete from %s x where x.realmId = :realm", ALL);

    static final List<String> REMOVE_ORGANIZATION =
            deletes("delete from %s x where x.realmId = :realm and x.orgId = :org", OF_ORGANIZATIONS);

    private Queries() {}

    private static List<String> deletes(String template, List<String> entities) {
        return entities.stream().map(entity -> String.format(template, entity)).toList();
    }
}
