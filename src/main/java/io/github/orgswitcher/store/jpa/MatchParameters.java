package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.store.Asked;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
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

    /** Stands for an address without a domain: a list in SQL may not be empty. */
    private static final List<String> NOTHING = List.of("");

    <Q extends Query> Q set(Q query) {
        List<String> names = asked.domain() == null ? NOTHING : DomainPattern.proving(asked.domain());
        set(query, "realm", realmId);
        set(query, "user", asked.userId());
        set(query, "org", comparable(asked.orgId()));
        set(query, "alias", comparable(asked.alias()));
        set(query, "now", Time.currentTime());
        set(query, "deniedUntil", asked.deniedUntil().toEpochMilli());
        set(query, "kind", Opening.kind(asked.kind()));
        set(query, "line", Opening.LINE);
        set(query, "exact", asked.domain() == null ? "" : asked.domain().name());
        set(query, "patterns", asked.domain() == null ? NOTHING : DomainPattern.matching(asked.domain()));
        set(query, "names", names);
        set(query, "provable", JpaDomainProofs.provable(names));
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
