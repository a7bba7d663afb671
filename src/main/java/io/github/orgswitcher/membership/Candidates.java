package io.github.orgswitcher.membership;

import static java.util.stream.Collectors.groupingBy;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Claim;
import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.Match;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one candidate of each organization that matches.
 *
 * @param patterns the domain patterns that would let the person in, the most specific first
 * @param memberOf ids of the enabled organizations the person belongs to
 * @param emailVerified whether the person's email address is verified
 * @param reach for which organizations that proof counts
 * @param provenDomains what the proof of a domain is worth
 * @param kind how the person signed in; null where every kind counts
 */
record Candidates(
        List<String> patterns,
        Set<String> memberOf,
        boolean emailVerified,
        Reach reach,
        ProvenDomains provenDomains,
        @Nullable SignInKind kind) {

    List<Candidate> of(List<Match> matches) {
        return matches.stream().collect(groupingBy(Match::orgId)).values().stream()
                .map(ofOne -> candidate(best(ofOne)))
                .sorted(Comparator.comparing(Candidate::membership, Standing.BY_NAME))
                .toList();
    }

    /** The most specific domain among those that count; where none does, the most specific of all. */
    private Match best(List<Match> matches) {
        Comparator<Match> counting =
                Comparator.comparing(match -> match.domainStatus(provenDomains) != DomainStatus.OPENS);
        return matches.stream()
                .min(counting.thenComparingInt(match -> patterns.indexOf(match.domain())))
                .orElseThrow();
    }

    private Candidate candidate(Match match) {
        PolicyValues policy = match.policy().inForce();
        Set<SignInKind> kinds = policy.get(PolicySettings.SIGN_IN_KINDS);
        Claim claim = new Claim(
                match.enabled(),
                memberOf.contains(match.orgId()),
                policy.get(PolicySettings.JOIN_MODE),
                match.domainStatus(provenDomains),
                kind == null || kinds.isEmpty() || kinds.contains(kind),
                emailVerified,
                reach.covers(match.orgId()),
                policy.find(PolicySettings.MAX_MEMBERS)
                        .filter(max -> match.members() >= max)
                        .isEmpty(),
                match.status());
        boolean dismissed = match.status() != null && match.status() != EnrollmentStatus.REQUESTED;
        return new Candidate(match.orgId(), match.alias(), match.name(), match.domain(), Verdict.of(claim), dismissed);
    }
}
