package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.google.common.collect.Lists;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Approach;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What organizations are to people of many domains: their allowed domains first, then who has proven which names. */
record ApproachQuery(RealmQueries queries) {

    /** Names of one statement. */
    private static final int BATCH = 500;

    private static final String NONE = "0L";

    /** Proofs are no columns here: whose they are depends on the domain that is asked for. */
    private static final String ROWS = """
            select %s from AllowedDomainEntity d join OrganizationEntity o on o.id = d.orgId and o.realmId = d.realmId
              %s
             where d.realmId = :realm and d.orgId in (:orgs) and d.domain in (:patterns)
            """.formatted(MatchRow.columns(NONE, NONE, "false", NONE), Opening.JOINS);

    Map<Approach, List<Match>> read(Collection<Approach> approaches) {
        Map<String, List<Match>> rows = rows(approaches);
        Map<String, Set<String>> holders = rows.isEmpty()
                ? Map.of()
                : new JpaDomainProofs(queries)
                        .holders(approaches.stream()
                                .flatMap(approach -> DomainPattern.proving(approach.domain()).stream())
                                .distinct()
                                .toList());
        return approaches.stream()
                .distinct()
                .collect(toMap(
                        approach -> approach,
                        approach -> matches(approach, rows.getOrDefault(approach.orgId(), List.of()), holders)));
    }

    private Map<String, List<Match>> rows(Collection<Approach> approaches) {
        Set<String> orgIds = approaches.stream().map(Approach::orgId).collect(toSet());
        List<String> patterns = approaches.stream()
                .flatMap(approach -> DomainPattern.matching(approach.domain()).stream())
                .distinct()
                .toList();
        return Lists.partition(patterns, BATCH).stream()
                .flatMap(some -> queries
                        .flushed(ROWS, Tuple.class)
                        .setParameter("user", "")
                        .setParameter("orgs", orgIds)
                        .setParameter("patterns", some)
                        .getResultList()
                        .stream())
                .flatMap(row -> MatchRow.match(row).stream())
                .collect(groupingBy(Match::orgId));
    }

    private static List<Match> matches(Approach approach, List<Match> rows, Map<String, Set<String>> holders) {
        List<String> patterns = DomainPattern.matching(approach.domain());
        Set<String> proven = DomainPattern.proving(approach.domain()).stream()
                .flatMap(name -> holders.getOrDefault(name, Set.of()).stream())
                .collect(toSet());
        boolean own = proven.contains(approach.orgId());
        boolean another = proven.size() > (own ? 1 : 0);
        return rows.stream()
                .filter(match -> patterns.contains(match.domain()))
                .map(match -> match.proven(own, another))
                .toList();
    }
}
