package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Outsider;
import io.github.orgswitcher.store.OutsiderFacts;
import io.github.orgswitcher.store.Outsiders;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.Sought;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/**
 * Outsiders on JPA.
 *
 * @param session the session whose administrator looks
 * @param queries the realm's queries
 */
record JpaOutsiders(KeycloakSession session, RealmQueries queries) implements Outsiders {

    private static final String FACTS = """
            select u.id as id, e.status as status, e.updatedAt as since, n as person, %s as elsewhere
              from UserEntity u
              left join EnrollmentEntity e on e.orgId = :org and e.userId = u.id
              left join PersonEntity n on n.realmId = :realm and n.userId = u.id
             where u.realmId = :realm and u.id in (:users)
            """.formatted("""
            case when exists (select 1 from UserGroupMembershipEntity m join OrganizationEntity o on o.groupId = m.groupId
                               where m.user.id = u.id and o.realmId = :realm and o.id <> :org) then true else false end
            """);

    private static final String LINKS = """
            select f.user.id as id, f.identityProvider as text from FederatedIdentityEntity f
             where f.realmId = :realm and f.user.id in (:users)
            """;

    private static final String CREDENTIALS = """
            select distinct u.id as id, c.type as text from CredentialEntity c join UserEntity u on u.id = c.user.id
             where u.realmId = :realm and u.id in (:users)
            """;

    private static final String ATTRIBUTE = """
            select a.user.id as id, a.value as text, a.longValue as longText from UserAttributeEntity a
             where a.user.realmId = :realm and a.user.id in (:users) and a.name = :name
               and (a.value is not null or a.longValue is not null)
            """;

    @Override
    public List<Outsider> page(Sought sought, int first, int max) {
        return new OutsiderQuery(session, queries, sought).page(first, max);
    }

    @Override
    public List<Outsider> after(Sought sought, String username, int max) {
        return new OutsiderQuery(session, queries, sought).after(username, max);
    }

    @Override
    public List<Outsider> one(Sought sought, String userId) {
        return new OutsiderQuery(session, queries, sought).one(userId);
    }

    @Override
    public Map<String, OutsiderFacts> facts(String orgId, Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> providers = texts(LINKS, userIds);
        Map<String, Set<String>> credentials = texts(CREDENTIALS, userIds);
        return queries
                .flushed(FACTS, Tuple.class)
                .setParameter("org", orgId)
                .setParameter("users", userIds)
                .getResultList()
                .stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.get("id", String.class), row -> {
                    String id = row.get("id", String.class);
                    return facts(row, providers.getOrDefault(id, Set.of()), credentials.getOrDefault(id, Set.of()));
                }));
    }

    @Override
    public Map<String, String> attribute(String name, Collection<String> userIds) {
        return queries.flushed(ATTRIBUTE, Tuple.class)
                .setParameter("name", name)
                .setParameter("users", userIds)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.get("id", String.class), JpaOutsiders::text, (one, other) -> one));
    }

    /** Keycloak keeps texts of more than 255 characters apart. */
    private static String text(Tuple row) {
        return Objects.requireNonNullElseGet(row.get("text", String.class), () -> row.get("longText", String.class));
    }

    private OutsiderFacts facts(Tuple row, Set<String> providers, Set<String> credentials) {
        PersonEntity person = row.get("person", PersonEntity.class);
        return new OutsiderFacts(
                person == null ? PersonRecord.NONE : JpaPeople.record(queries.em(), person),
                row.get("status", EnrollmentStatus.class),
                Optional.ofNullable(row.get("since", Long.class))
                        .map(Instant::ofEpochMilli)
                        .orElse(null),
                row.get("elsewhere", Boolean.class),
                providers,
                credentials);
    }

    private Map<String, Set<String>> texts(String query, Collection<String> userIds) {
        return queries.flushed(query, Tuple.class).setParameter("users", userIds).getResultList().stream()
                .collect(groupingBy(
                        row -> row.get("id", String.class), mapping(row -> row.get("text", String.class), toSet())));
    }
}
