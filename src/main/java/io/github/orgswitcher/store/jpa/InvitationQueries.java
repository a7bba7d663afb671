package io.github.orgswitcher.store.jpa;

/** The queries on invitations. Each names the realm. */
final class InvitationQueries {

    /** The latest of an organization comes first. Keycloak counts these times in seconds. */
    private static final String TO = """
            select i.id as id, i.email as email, i.expiresAt as expiresAt,
                   o.id as orgId, o.alias as alias, o.name as name
              from OrganizationInvitationEntity i
              join OrganizationEntity o on o.id = i.organizationId
             where i.email in (:spellings) and i.expiresAt >= :now
               and o.realmId = :realm and o.enabled = true
               and not exists (%s)
             order by i.createdAt desc, i.id
            """;

    static final String TO_LOCAL =
            TO.formatted("select 1 from UserGroupMembershipEntity m where m.groupId = o.groupId and m.user.id = :user");

    /** Members of a user storage that imports nobody stand in a table of their own. */
    static final String TO_FEDERATED = TO.formatted(
            "select 1 from FederatedUserGroupMembershipEntity f where f.groupId = o.groupId and f.userId = :user");

    static final String PENDING = """
            select i.email from OrganizationInvitationEntity i
             where i.organizationId = :org and i.expiresAt >= :now and i.email in (:spellings)
               and i.organizationId in (select o.id from OrganizationEntity o where o.realmId = :realm)
            """;

    static final String OLDEST = """
            select i.id from OrganizationInvitationEntity i
             where i.email in (:spellings)
               and i.organizationId in (select o.id from OrganizationEntity o where o.realmId = :realm)
             order by i.createdAt, i.id
            """;

    static final String STATES = """
            select o.id as orgId, coalesce(a.maxMembers, p.maxMembers) as maxMembers, %s as members,
                   e.invitation as passedOver
              from OrganizationEntity o
              left join JoinPolicyEntity p on p.orgId = o.id and p.source = API
              left join JoinPolicyEntity a on a.orgId = o.id and a.source = ATTRIBUTE
              left join EnrollmentEntity e on e.orgId = o.id and e.userId = :user
             where o.realmId = :realm and o.id in (:orgs)
            """.formatted(PolicyQueries.MEMBERS);

    static final String USE = """
            delete from OrganizationInvitationEntity i
             where i.id = :id
               and i.organizationId in (select o.id from OrganizationEntity o where o.realmId = :realm)
            """;

    /** How they stand stays as it is, where they met before. */
    static final String PASS_OVER = """
            insert into EnrollmentEntity (orgId, userId, realmId, status, createdAt, updatedAt, invitation)
            values (:org, :user, :realm, DISMISSED, :now, :now, :invitation)
                on conflict (orgId, userId) do update set invitation = excluded.invitation
            """;

    private InvitationQueries() {}
}
