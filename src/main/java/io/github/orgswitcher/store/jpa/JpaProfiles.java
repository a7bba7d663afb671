package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.platform.table.Places;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Profiles;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Keycloak's tables of organizations, and of the attributes and members of their own groups. */
record JpaProfiles(RealmQueries queries) implements Profiles {

    private static final String LOGOS = """
            select o.id as id, max(a.value) as logo from OrganizationEntity o
              join GroupAttributeEntity a on a.group.id = o.groupId and a.name = :logo
             where o.realmId = :realm and o.id in (:orgs)
             group by o.id
            """;

    private static final String MEMBERS = "select %s from RealmEntity r where r.id = :realm";

    /** Hibernate wants an order: this is none, because all are of one organization. */
    private static final String SOME = """
            (select count(x.id)
               from (select o.id as id from %s m join OrganizationEntity o on o.groupId = m.groupId
                      where o.realmId = :realm and o.id = :org%s order by o.id limit %s) x)
            """;

    @Override
    public Map<String, String> logos(Collection<String> orgIds) {
        Places orgs = Places.of("orgs", orgIds);
        return orgs.set(queries.flushed(orgs.in(LOGOS), Tuple.class).setParameter("logo", LOGO))
                .getResultStream()
                .filter(row -> row.get("logo") != null)
                .collect(toMap(row -> row.get("id", String.class), row -> row.get("logo", String.class)));
    }

    /** One column for each, in which no more rows are looked at than are told. */
    @Override
    public Map<String, Long> members(Collection<String> orgIds) {
        List<String> ids = List.copyOf(orgIds);
        if (ids.isEmpty()) {
            return Map.of();
        }
        String columns =
                IntStream.range(0, ids.size()).mapToObj(JpaProfiles::count).collect(joining(", "));
        TypedQuery<Tuple> query = queries.flushed(MEMBERS.formatted(columns), Tuple.class);
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter("org" + i, ids.get(i));
        }
        Tuple row = query.getSingleResult();
        return IntStream.range(0, ids.size())
                .boxed()
                .collect(toMap(ids::get, i -> Math.min(row.get("members" + i, Long.class), MOST_MEMBERS)));
    }

    private static String count(int i) {
        return SOME.formatted("UserGroupMembershipEntity", i, MOST_MEMBERS)
                + " + " + SOME.formatted("FederatedUserGroupMembershipEntity", i, MOST_MEMBERS)
                + " as members" + i;
    }
}
