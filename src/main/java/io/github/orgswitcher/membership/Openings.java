package io.github.orgswitcher.membership;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.store.Approach;
import io.github.orgswitcher.store.RealmStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one organization is to people of domains, whoever they are: read for all domains at once. */
final class Openings {

    private final RealmStore store;
    private final String orgId;
    private final Map<Approach, List<Match>> matches = new HashMap<>();
    private final Map<Integer, Boolean> full = new HashMap<>();

    Openings(RealmStore store, String orgId) {
        this.store = store;
        this.orgId = orgId;
    }

    /** Reads what was not read before. */
    void read(Collection<EmailDomain> domains) {
        store.standings()
                .ofAnybody(domains.stream()
                        .map(this::approach)
                        .filter(approach -> !matches.containsKey(approach))
                        .collect(toSet()))
                .forEach((approach, met) ->
                        matches.put(approach, met.stream().map(this::counted).toList()));
    }

    /** Of a domain that was read. */
    List<Match> of(EmailDomain domain) {
        return matches.getOrDefault(approach(domain), List.of());
    }

    private Approach approach(EmailDomain domain) {
        return new Approach(orgId, domain);
    }

    private Match counted(Match match) {
        Integer limit = match.terms().maxMembers();
        return limit != null && isFull(limit) ? match.having(limit) : match;
    }

    private boolean isFull(int limit) {
        return full.computeIfAbsent(limit, most -> store.standings().isFull(orgId, most));
    }
}
