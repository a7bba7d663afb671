package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Terms;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.notice.Notices;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.veto.JoinAttempt;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import io.github.orgswitcher.veto.JoinDecisions;
import io.github.orgswitcher.veto.JoinDecisions.Veto;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.storage.ReadOnlyException;

/**
 * Decides on requests to join, in an {@link OwnTransaction} of whoever decides, who has locked the person who asked and the
 * organization: one decision on it waits for the other, and for joins, until that transaction ends.
 */
public final class JoinRequests {

    private final KeycloakSession session;
    private final RealmStore store;
    private final String deciderId;
    private final Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());

    /**
     * Decisions of one person.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param deciderId id of the user who decides
     */
    public JoinRequests(KeycloakSession session, String deciderId) {
        this.session = session;
        this.store = RealmStore.of(session, session.getContext().getRealm());
        this.deciderId = deciderId;
    }

    /**
     * Makes the person who asked a member. The person's rights are checked as they are now, but for the kind of sign-in,
     * which was checked when the person asked.
     *
     * @param orgId the organization
     * @param user who asked
     * @return the record of it
     * @throws RequestRefusedException when the person has not asked, or may not join any more
     */
    public Enrollment approve(String orgId, UserModel user) {
        Enrollment request = open(orgId, user);
        if (!user.isEnabled()) {
            throw refused("orgSwitcherRequestUserDisabled");
        }
        Standing standing = new StandingReader(session).readOne(user, null, orgId);
        Candidate candidate = standing.candidate(orgId).orElseThrow(() -> refused("orgSwitcherRequestNoDomain"));
        Verdict verdict = candidate.verdict();
        if (verdict != Verdict.MEMBER) {
            if (verdict != Verdict.REQUESTED && !verdict.opens()) {
                throw refused(verdict.messageKey());
            }
            Admission admission = new Admission(session);
            admission.useUpInvitations(standing, orgId);
            if (admission.isFull(user, orgId)) {
                throw refused(Verdict.ONE_ORGANIZATION.messageKey());
            }
            requireSeat(orgId);
            decide(orgId, user);
            try {
                admission.admit(orgId, user, candidate.domain());
            } catch (ReadOnlyException e) {
                throw refused(Verdict.INADMISSIBLE.messageKey());
            }
        }
        return save(request, EnrollmentStatus.JOINED, EnrollmentMethod.APPROVED_REQUEST);
    }

    /**
     * Turns the person down, who may then not ask again until the denial is {@link #forget forgotten}.
     *
     * @param orgId the organization
     * @param user who asked
     * @return the record of it
     * @throws RequestRefusedException when the person has not asked
     */
    public Enrollment deny(String orgId, UserModel user) {
        return save(open(orgId, user), EnrollmentStatus.DENIED, null);
    }

    /**
     * Forgets that the person was turned down, so that the person may ask again.
     *
     * @param orgId the organization
     * @param user who asked
     * @throws RequestRefusedException when the person was not turned down
     */
    public void forget(String orgId, UserModel user) {
        if (!store.enrollments().remove(orgId, user.getId(), EnrollmentStatus.DENIED)) {
            throw refused("orgSwitcherRequestNotDenied");
        }
    }

    private Enrollment open(String orgId, UserModel user) {
        return store.enrollments()
                .find(orgId, user.getId())
                .filter(enrollment -> enrollment.status() == EnrollmentStatus.REQUESTED)
                .orElseThrow(() -> refused("orgSwitcherRequestNotOpen"));
    }

    private void requireSeat(String orgId) {
        Terms terms = store.policies().of(orgId).inForce().terms();
        Integer limit = terms.maxMembers();
        if (limit != null && store.standings().isFull(orgId, limit)) {
            throw refused(Verdict.SEATS_FULL.messageKey());
        }
    }

    private void decide(String orgId, UserModel user) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(orgId);
        new JoinDecisions(session)
                .veto(new JoinAttempt(Act.APPROVE, user, organization, organization.getName()))
                .map(Veto::refusal)
                .ifPresent(refusal -> {
                    throw new RequestRefusedException(
                            refusal.message(), refusal.parameters().toArray());
                });
    }

    private Enrollment save(Enrollment request, EnrollmentStatus status, @Nullable EnrollmentMethod method) {
        Enrollment decided = request.decided(status, method, now, deciderId);
        store.enrollments().save(List.of(decided));
        new Notices(session).answered(decided);
        return decided;
    }

    private static RequestRefusedException refused(String messageKey) {
        return new RequestRefusedException(messageKey);
    }
}
