package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Candidates;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Approach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an organization is to people of a domain pattern, as far as nothing more specific speaks of them. */
final class DomainPeople {

    private final Candidates candidates;
    private final List<Match> matches;

    private DomainPeople(Candidates candidates, List<Match> matches) {
        this.candidates = candidates;
        this.matches = matches;
    }

    static DomainPeople of(Hand own, String pattern) {
        EmailDomain domain = new EmailDomain(new DomainPattern(pattern).base());
        List<String> patterns = DomainPattern.matching(domain);
        List<String> speaking = patterns.subList(patterns.indexOf(pattern), patterns.size());
        Approach approach = new Approach(own.organization().getId(), domain);
        List<Match> matches =
                own.store().standings().ofAnybody(Set.of(approach)).getOrDefault(approach, List.of()).stream()
                        .filter(match -> speaking.contains(match.domain()))
                        .toList();
        Candidates candidates = new Candidates(
                patterns,
                true,
                true,
                Reach.EVERYWHERE,
                SwitcherConfig.of(own.session(), own.session().getContext().getRealm())
                        .provenDomains(),
                null,
                Instant.EPOCH);
        return new DomainPeople(candidates, matches);
    }

    DomainPeople without(String domain) {
        return new DomainPeople(
                candidates,
                matches.stream().filter(match -> !match.domain().equals(domain)).toList());
    }

    /** The domain that decides; empty where there is none. */
    Optional<Match> deciding() {
        return candidates.deciding(matches);
    }

    /** The verdict on whoever may come at all. */
    Verdict verdict() {
        return candidates.of(matches).stream()
                .map(Candidate::verdict)
                .findFirst()
                .orElse(Verdict.DISABLED);
    }
}
