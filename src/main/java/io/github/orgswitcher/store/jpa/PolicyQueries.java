package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.joining;

import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;

/** The queries on join policies. Each names the realm. */
final class PolicyQueries {

    static final String POLICY = "select p from JoinPolicyEntity p where p.realmId = :realm and p.orgId = :org";

    static final String POLICIES_OF = """
            select p from JoinPolicyEntity p
             where p.realmId = :realm and p.orgId in (:orgs) and p.source = :source
            """;

    static final String CLOSED_BY_ATTRIBUTES = """
            select p.orgId from JoinPolicyEntity p
             where p.realmId = :realm and p.source = ATTRIBUTE and p.joinMode = 'DISABLED' and p.orgId > :after
             order by p.orgId
            """;

    /** As {@link io.github.orgswitcher.store.DomainPolicy#over} says. What nobody sets is not asked. */
    static final String ASKED = """
            select o.id from OrganizationEntity o
             where o.realmId = :realm and o.enabled = true and exists (
                   select 1 from AllowedDomainEntity d
                     left join JoinPolicyEntity p on p.orgId = d.orgId and p.source = API
                     left join JoinPolicyEntity a on a.orgId = d.orgId and a.source = ATTRIBUTE
                    where d.realmId = :realm and d.orgId = o.id
                      and coalesce(case when d.source = ATTRIBUTE then d.joinMode end, a.joinMode, d.joinMode,
                                   p.joinMode) = 'REQUEST')
             order by o.id
            """;

    static final String POLICY_COUNT = """
            select count(p.orgId) from JoinPolicyEntity p
             where p.realmId = :realm and p.orgId = :org and p.source = API
            """;

    /** Members are members of the organization's own group; those of a user storage stand in a table of their own. */
    static final String MEMBERS = """
            (select count(m.groupId) from UserGroupMembershipEntity m where m.groupId = o.groupId)
            + (select count(f.groupId) from FederatedUserGroupMembershipEntity f where f.groupId = o.groupId)
            """;

    static final String MEMBER_COUNT =
            "select " + MEMBERS + " from OrganizationEntity o where o.realmId = :realm and o.id = :org";

    /** Whoever is invited has a seat until the invitation expires, which Keycloak counts in seconds. */
    static final String SEATS_TAKEN = MEMBERS + """
            + (select count(i.id) from OrganizationInvitationEntity i
                where i.organizationId = o.id and i.expiresAt >= :now)
            """;

    static final String ADD_POLICY = """
            insert into JoinPolicyEntity (orgId, source, realmId) values (:org, :source, :realm)
            on conflict do nothing
            """;

    static final String SAVE_POLICY = """
            update JoinPolicyEntity p set %s
             where p.realmId = :realm and p.orgId = :org and p.source = :source
            """.formatted(PolicySettings.ALL.stream()
            .map(PolicySetting::field)
            .map(field -> "p.%1$s = :%1$s".formatted(field))
            .collect(joining(", ")));

    static final String REMOVE_DECLARED =
            "delete from JoinPolicyEntity p where p.realmId = :realm and p.orgId = :org and p.source = ATTRIBUTE";

    private PolicyQueries() {}
}
