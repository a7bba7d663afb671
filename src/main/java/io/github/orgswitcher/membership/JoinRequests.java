package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.notice.Notices;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

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
        new LettingIn(session).letIn(Act.APPROVE, orgId, user);
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
