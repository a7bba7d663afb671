package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.platform.table.Places;
import io.github.orgswitcher.store.Asked;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;

/**
 * What the queries on matches have in common. Each is set where the query has it: what a rule does not look at is not in it.
 *
 * @param em the entity manager
 * @param realmId the realm
 * @param asked whose standing is asked for
 */
record MatchParameters(EntityManager em, String realmId, Asked asked) {

    /** A query with its parameters. */
    <T> TypedQuery<T> query(String text, Class<T> type) {
        return set(em.createQuery(spread(text), type));
    }

    /** A statement with its parameters. */
    Query statement(String text) {
        return set(em.createQuery(spread(text)));
    }

    private String spread(String text) {
        String spread = text;
        for (Places list : lists()) {
            spread = list.in(spread);
        }
        return spread;
    }

    private List<Places> lists() {
        List<String> names = asked.domain() == null ? List.of() : DomainPattern.proving(asked.domain());
        return List.of(
                Places.of("patterns", asked.domain() == null ? List.of() : DomainPattern.matching(asked.domain())),
                Places.of("names", names),
                Places.of("provable", JpaDomainProofs.provable(names)));
    }

    private <Q extends Query> Q set(Q query) {
        set(query, "realm", realmId);
        set(query, "user", asked.userId());
        set(query, "org", comparable(asked.orgId()));
        set(query, "alias", comparable(asked.alias()));
        set(query, "now", Time.currentTime());
        set(query, "deniedUntil", asked.deniedUntil().toEpochMilli());
        set(query, "kind", Opening.kind(asked.kind()));
        set(query, "line", Opening.LINE);
        set(query, "exact", asked.domain() == null ? "" : asked.domain().name());
        lists().forEach(list -> list.set(query));
        return query;
    }

    private @Nullable String comparable(@Nullable String sent) {
        return sent != null && Texts.of(em).isComparable(sent) ? sent : null;
    }

    private static void set(Query query, String name, @Nullable Object value) {
        if (query.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()))) {
            query.setParameter(name, value);
        }
    }
}
