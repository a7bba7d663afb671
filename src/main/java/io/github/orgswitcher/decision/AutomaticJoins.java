package io.github.orgswitcher.decision;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The organizations that a person is to be joined to with no question, and how the person stands once that was tried.
 *
 * @param before how the person stands before
 */
public record AutomaticJoins(Standing before) {

    /**
     * The organizations.
     *
     * @return ids
     */
    public List<String> orgIds() {
        return before.having(Verdict.AUTOMATIC).map(Candidate::orgId).toList();
    }

    /**
     * The standing once automatic memberships are made.
     *
     * @param orgIds the organizations
     * @return a standing in which the person is a member of these
     */
    public Standing made(Collection<String> orgIds) {
        Stream<OrganizationRef> joined = before.having(Verdict.AUTOMATIC)
                .filter(candidate -> orgIds.contains(candidate.orgId()))
                .map(Candidate::organization);
        return before.to(
                Stream.concat(before.memberships().stream(), joined)
                        .sorted(OrganizationRef.BY_NAME)
                        .toList(),
                replacing(orgIds, Verdict.MEMBER),
                before.invitations().stream()
                        .filter(invitation ->
                                !orgIds.contains(invitation.organization().id()))
                        .toList());
    }

    /**
     * The standing where automatic memberships could not be made: the person may still join by hand.
     *
     * @param orgIds the organizations that it was tried for
     * @return a standing in which these are not automatic
     */
    public Standing failed(Collection<String> orgIds) {
        return before.to(before.memberships(), replacing(orgIds, Verdict.OFFERED), before.invitations());
    }

    private List<Candidate> replacing(Collection<String> orgIds, Verdict other) {
        return before.candidates().stream()
                .map(candidate -> candidate.verdict() == Verdict.AUTOMATIC && orgIds.contains(candidate.orgId())
                        ? candidate.with(other)
                        : candidate)
                .toList();
    }
}
