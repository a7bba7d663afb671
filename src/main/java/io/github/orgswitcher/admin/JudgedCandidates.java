package io.github.orgswitcher.admin;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.admin.PreviewRepresentation.JoinModeOf;
import io.github.orgswitcher.admin.PreviewRepresentation.Judged;
import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.declared.DeclaredPolicies.Declaring;
import io.github.orgswitcher.domain.ShownTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an administrator what each candidate of a login is to a person, and why.
 *
 * @param request the administrator's request
 * @param denials of whom the person was turned down
 * @param isByOwnProviderAlone whether what opens, opens to people of the organization's own provider alone
 */
record JudgedCandidates(AdminRequest request, List<Denial> denials, boolean isByOwnProviderAlone) {

    List<Judged> of(List<Candidate> candidates) {
        Set<String> closed = closedByAttributes(candidates);
        return candidates.stream()
                .map(candidate -> judged(candidate, closed.contains(candidate.orgId())))
                .toList();
    }

    private Set<String> closedByAttributes(List<Candidate> candidates) {
        Set<String> disabled = candidates.stream()
                .filter(candidate -> candidate.verdict() == Verdict.DISABLED)
                .map(Candidate::orgId)
                .collect(toSet());
        return request.declaredPolicies().read(disabled).stream()
                .filter(organization -> organization.policy().policy().closed())
                .map(Declaring::orgId)
                .collect(toSet());
    }

    private Judged judged(Candidate candidate, boolean isClosedByAttributes) {
        Verdict verdict = request.told(candidate.verdict());
        Instant askAgainAt = verdict == Verdict.DENIED ? askAgainAt(candidate.orgId()) : null;
        String message = askAgainAt == null
                ? request.message(sentence(candidate, verdict, isClosedByAttributes), candidate.domain())
                : request.message(
                        "orgSwitcherVerdictDeniedUntil",
                        ShownTime.of(askAgainAt, request.messages().locale()));
        return new Judged(
                candidate.organization(),
                candidate.domain(),
                candidate.ruling().joinMode(),
                JoinModeOf.of(candidate.ruling()),
                verdict,
                askAgainAt == null ? null : askAgainAt.toEpochMilli(),
                isByOwnProviderAlone && verdict.opens()
                        ? message + " " + request.message("orgSwitcherPreviewOwnProviderAlone")
                        : message);
    }

    private static String sentence(Candidate candidate, Verdict verdict, boolean isClosedByAttributes) {
        if (verdict != Verdict.DISABLED) {
            return verdict.messageKey();
        }
        if (isClosedByAttributes) {
            return "orgSwitcherVerdictDisabledByAttributes";
        }
        return candidate.ruling().byDomain() ? "orgSwitcherPreviewDomainDisabled" : verdict.messageKey();
    }

    private @Nullable Instant askAgainAt(String orgId) {
        return denials.stream()
                .filter(denial -> denial.organization().id().equals(orgId))
                .findFirst()
                .map(Denial::askAgainAt)
                .orElse(null);
    }
}
