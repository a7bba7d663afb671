package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.name.LookAlikes;
import io.github.orgswitcher.name.LookAlikes.LookAlike;
import io.github.orgswitcher.platform.table.KeycloakLocks;
import io.github.orgswitcher.platform.table.KeycloakTables;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Organizations;
import io.github.orgswitcher.store.SearchWord;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keycloak's table of organizations. */
record JpaOrganizations(RealmQueries queries) implements Organizations {

    private static final String GROUPS_OF = "select g.organization.id as orgId, g.id as groupId from ";

    private static final String MEMBERS = """
            select u.id from UserGroupMembershipEntity m join UserEntity u on u.id = m.user.id
             where m.groupId = :group and u.realmId = :realm and u.enabled = true
             order by u.username, u.id
            """;

    private static final String MEMBERS_ELSEWHERE = """
            select m.userId from FederatedUserGroupMembershipEntity m
             where m.groupId = :group and m.realmId = :realm order by m.userId
            """;

    @Override
    public Set<String> lock(Collection<String> orgIds) {
        return new KeycloakLocks(queries).organizations(orgIds);
    }

    @Override
    public boolean lockFree(String orgId) {
        return new KeycloakLocks(queries).freeOrganization(orgId);
    }

    @Override
    public void lockMemberships(String userId, String orgId) {
        new KeycloakLocks(queries).memberships(userId, orgId);
    }

    @Override
    public List<String> membersOf(String groupId, int max) {
        return Stream.of(MEMBERS, MEMBERS_ELSEWHERE)
                .flatMap(query -> queries.flushed(query, String.class)
                        .setParameter("group", groupId)
                        .setMaxResults(max)
                        .getResultStream())
                .limit(max)
                .toList();
    }

    @Override
    public long memberCount(String orgId) {
        return queries.flushed(PolicyQueries.MEMBER_COUNT, Long.class)
                .setParameter("org", orgId)
                .getSingleResult();
    }

    @Override
    public Map<String, Set<String>> groupsOf(String userId, Collection<String> orgIds) {
        return queries.flushed(GROUPS_OF + Membership.of(userId).groups(), Tuple.class)
                .setParameter("user", userId)
                .setParameter("orgs", orgIds)
                .getResultStream()
                .collect(groupingBy(
                        row -> row.get("orgId", String.class),
                        mapping(row -> row.get("groupId", String.class), toSet())));
    }

    @Override
    public boolean canBeGroupName(String text) {
        return Texts.of(queries.em()).fitsGroupName(text);
    }

    /** By their looks, also of those that others than the switcher have made. */
    @Override
    public Optional<String> namesake(String name) {
        CriteriaBuilder builder = queries.em().getCriteriaBuilder();
        CriteriaQuery<String> query = builder.createQuery(String.class);
        Root<?> organization = query.from(KeycloakTables.ORGANIZATIONS);
        Expression<String> lower = builder.lower(organization.get("name"));
        Set<String> looks = LookAlikes.ofNew(name);
        Predicate begins = builder.or(LookAlikes.beginnings(looks).stream()
                .map(beginning ->
                        builder.like(lower, new SearchWord(beginning, false).pattern(), SearchConditions.ESCAPE))
                .toArray(Predicate[]::new));
        Expression<String> look = lower;
        for (LookAlike each : LookAlikes.inLowerCase()) {
            look = builder.function(
                    "replace", String.class, look, builder.literal(each.text()), builder.literal(each.look()));
        }
        query.select(organization.get("id"))
                .where(builder.equal(organization.get("realmId"), queries.realmId()), begins, look.in(looks));
        return queries.flushed(query).setMaxResults(1).getResultList().stream().findFirst();
    }
}
