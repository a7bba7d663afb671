package io.github.orgswitcher.store.jpa;

import java.util.List;
import java.util.Locale;

/**
 * The store's queries. Each names the realm.
 *
 * <p>{@code on conflict do nothing} names no columns: with columns, Hibernate 7.2 leaves the clause out on databases that
 * do not know it, such as H2, and the insert fails.
 */
final class Queries {

    /**
     * One row at least, because the realm is there; the two counts do not depend on the row, so the database computes
     * them once.
     */
    static final String PERSON = """
            select o.id as orgId, o.alias as alias, o.name as name, d.domain as domain, e.status as status,
                   (select count(c.orgId) from EnrollmentEntity c
                     where c.realmId = :realm and c.userId = :user and c.method = CREATOR) as created,
                   (select count(s.orgId) from EnrollmentEntity s
                     where s.realmId = :realm and s.userId = :user and s.orgId = :none) as skips
              from RealmEntity r
              left join AllowedDomainEntity d on d.realmId = r.id and d.domain in (:candidates)
              left join JoinPolicyEntity p on p.orgId = d.orgId and p.source = API
              left join JoinPolicyEntity a on a.orgId = d.orgId and a.source = ATTRIBUTE
              left join OrganizationEntity o on o.id = d.orgId and o.realmId = r.id and o.enabled = true
                                            and (a.joinMode = SUGGEST or a.joinMode is null
                                                 and (p.joinMode = SUGGEST or p.joinMode is null))
              left join EnrollmentEntity e on e.orgId = o.id and e.userId = :user
             where r.id = :realm
             order by o.name, o.id
            """;

    static final String DOMAINS = """
            select d from AllowedDomainEntity d
             where d.realmId = :realm and d.orgId = :org and d.domain like :pattern escape '\\'
             order by d.domain
            """;

    static final String DOMAIN =
            "select d from AllowedDomainEntity d where d.realmId = :realm and d.orgId = :org and d.domain = :domain";

    static final String ADD_DOMAIN = """
            insert into AllowedDomainEntity
                   (id, realmId, orgId, domain, source, verification, verificationToken, createdAt, createdBy)
            values (:id, :realm, :org, :domain, :source, :verification, :token, :createdAt, :createdBy)
            on conflict do nothing
            """;

    static final String REMOVE_DOMAIN = """
            delete from AllowedDomainEntity d
             where d.realmId = :realm and d.orgId = :org and d.domain = :domain and d.source = :source
            """;

    static final String DOMAINS_OF = """
            select d from AllowedDomainEntity d
             where d.realmId = :realm and d.orgId in (:orgs) and d.source = :source
            """;

    static final String ADD_TOKEN = """
            update AllowedDomainEntity d set d.verificationToken = :token
             where d.realmId = :realm and d.orgId = :org and d.domain = :domain and d.verificationToken is null
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

    private static final String INSERT_ENROLLMENT = """
            insert into EnrollmentEntity
                   (orgId, userId, realmId, status, method, domain, createdAt, updatedAt, decidedBy)
            values (:org, :user, :realm, :status, :method, :domain, :createdAt, :updatedAt, :decidedBy)
            """;

    static final String SAVE_ENROLLMENT = INSERT_ENROLLMENT + """
                      on conflict (orgId, userId) do update
                         set status = excluded.status, method = excluded.method, domain = excluded.domain,
                             updatedAt = excluded.updatedAt, decidedBy = excluded.decidedBy
                      """;

    static final String DISMISS = INSERT_ENROLLMENT + "on conflict do nothing";

    static final String SAVE_LEFT = """
            update EnrollmentEntity e set e.status = LEFT, e.updatedAt = :now
             where e.realmId = :realm and e.orgId = :org and e.userId = :user and e.status = JOINED
            """;

    static final String ORGANIZATION_BY_NAME =
            "select o.id from OrganizationEntity o where o.realmId = :realm and lower(o.name) = :name";

    static final String REMOVE_USER = "delete from EnrollmentEntity e where e.realmId = :realm and e.userId = :user";

    /** Ids of users that a storage provider did not import begin with {@code f:} and the provider's id. */
    static final String REMOVE_USERS_OF_STORAGE = """
            delete from EnrollmentEntity e
             where e.realmId = :realm
               and (e.userId like :prefix
                    or e.userId not like 'f:%' and e.userId not in (select u.id from UserEntity u where u.realmId = :realm))
            """;

    private static final List<String> ENTITIES = List.of("AllowedDomainEntity", "JoinPolicyEntity", "EnrollmentEntity");

    static final List<String> REMOVE_REALM = deletes("delete from %s x where x.realmId = :realm");

    static final List<String> REMOVE_ORGANIZATION =
            deletes("delete from %s x where x.realmId = :realm and x.orgId = :org");

    private Queries() {}

    /** A {@code like} pattern, with backslash as escape character, for names that contain the text. */
    static String containing(String text) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + literal + "%";
    }

    private static List<String> deletes(String template) {
        return ENTITIES.stream().map(entity -> String.format(template, entity)).toList();
    }
}
