package io.github.orgswitcher.authority;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The organizations that let people of a domain in. What somebody creates on the page and lets colleagues into takes nothing
 * from others who have been there before: it is no reason to distrust a provider, nor to go round it.
 *
 * @param matches what the domain matches
 * @param createdByPeople ids of those organizations that have merely been created on the page
 */
record Holders(List<Match> matches, Set<String> createdByPeople) {

    static Holders of(RealmStore store, List<Match> matches) {
        Set<String> unproven = matches.stream()
                .filter(match -> !match.proven())
                .map(Match::orgId)
                .collect(toSet());
        return new Holders(matches, store.enrollments().createdByPeople(unproven));
    }

    /**
     * Those that count against the word of some.
     *
     * @param own ids of the organizations whose word it is
     * @return the matches of these and of the others that count
     */
    List<Match> beside(Predicate<String> own) {
        return matches.stream()
                .filter(match -> own.test(match.orgId()) || !createdByPeople.contains(match.orgId()))
                .toList();
    }
}
