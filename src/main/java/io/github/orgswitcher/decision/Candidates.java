package io.github.orgswitcher.decision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one candidate of each organization that matches: several of its allowed domains may, and one of them is judged.
 *
 * @param patterns the domain patterns that would let the person in, the most specific first
 * @param admissible whether Keycloak can keep a membership of the person
 * @param emailVerified whether the person's email address is verified
 * @param reach for which organizations that proof counts
 * @param provenDomains what the proof of a domain is worth
 * @param kind how the person signed in; null where every kind counts
 * @param deniedUntil the time up to which denials have come to their end
 */
public record Candidates(
        List<String> patterns,
        boolean admissible,
        boolean emailVerified,
        Reach reach,
        ProvenDomains provenDomains,
        @Nullable SignInKind kind,
        Instant deniedUntil) {

    /**
     * The candidates.
     *
     * @param matches one for each allowed domain that matches
     * @return one for each organization, in the order of their first matches
     */
    public List<Candidate> of(List<Match> matches) {
        return matches.stream().collect(groupingBy(Match::orgId, LinkedHashMap::new, toList())).values().stream()
                .map(ofOne -> candidate(deciding(ofOne).orElseThrow()))
                .toList();
    }

    /**
     * The most specific domain among those that decide, of those that give way to no other if there are any; where none decides,
     * the same of all.
     *
     * @param matches the matches of one organization
     * @return the one that is judged; empty for none
     */
    public Optional<Match> deciding(List<Match> matches) {
        return matches.stream()
                .min(Comparator.<Match, Boolean>comparing(match -> !match.decides(provenDomains))
                        .thenComparing(Match::givesWay)
                        .thenComparingInt(match -> patterns.indexOf(match.domain())));
    }

    private Candidate candidate(Match match) {
        Facts facts = new Facts(
                match.enabled(),
                match.member(),
                admissible,
                match.joinMode(),
                match.domainStatus(provenDomains),
                match.terms().counts(kind),
                emailVerified,
                // What nobody has proven reaches nobody; that it is not proven is the reason then.
                !emailVerified || reach.covers(match.orgId()),
                match.terms().seatLeft(match::members),
                match.history(deniedUntil));
        return new Candidate(
                match.orgId(),
                match.alias(),
                match.name(),
                match.domain(),
                new Ruling(match.joinMode(), match.word() == OwnWord.JOIN_MODE),
                Verdict.of(facts),
                match.dismissed(),
                match.proven(),
                match.maker());
    }
}
