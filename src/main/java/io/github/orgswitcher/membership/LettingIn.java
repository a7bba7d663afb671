package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.veto.JoinAttempt;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import io.github.orgswitcher.veto.JoinDecisions;
import io.github.orgswitcher.veto.JoinDecisions.Veto;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.storage.ReadOnlyException;

/**
 * Makes members of those whom somebody lets in who may. Their rights are checked as they are at this moment, but for the kind of
 * sign-in, of which whoever lets them in has to know.
 *
 * @param session the session of the transaction, which has locked the person and the organization
 */
record LettingIn(KeycloakSession session) {

    /**
     * Does nothing for who is a member already.
     *
     * @throws RequestRefusedException when the person may not join
     */
    void letIn(Act act, String orgId, UserModel user) {
        if (!user.isEnabled()) {
            throw refused("orgSwitcherRequestUserDisabled");
        }
        Standing standing = new StandingReader(session).readOne(user, null, orgId);
        Candidate candidate = standing.candidate(orgId).orElseThrow(() -> refused("orgSwitcherRequestNoDomain"));
        Verdict verdict = candidate.verdict();
        if (verdict == Verdict.MEMBER) {
            return;
        }
        if (verdict != Verdict.REQUESTED && !verdict.opens()) {
            throw refused(verdict.messageKey());
        }
        Admission admission = new Admission(session);
        admission.useUpInvitations(standing, orgId);
        if (admission.isFull(user, orgId)) {
            throw refused(Verdict.ONE_ORGANIZATION.messageKey());
        }
        if (!admission.hasSeat(orgId)) {
            throw refused(Verdict.SEATS_FULL.messageKey());
        }
        decide(act, orgId, user);
        try {
            admission.admit(orgId, user, candidate.domain());
        } catch (ReadOnlyException e) {
            throw refused(Verdict.INADMISSIBLE.messageKey());
        }
    }

    private void decide(Act act, String orgId, UserModel user) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(orgId);
        new JoinDecisions(session)
                .veto(new JoinAttempt(act, user, organization, organization.getName()))
                .map(Veto::refusal)
                .ifPresent(refusal -> {
                    throw new RequestRefusedException(
                            refusal.message(), refusal.parameters().toArray());
                });
    }

    private static RequestRefusedException refused(String messageKey) {
        return new RequestRefusedException(messageKey);
    }
}
