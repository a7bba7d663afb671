package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Absence;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.membership.Inviting.Letter;
import io.github.orgswitcher.notice.Notices;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/**
 * Brings in people whom an organization allows and does not have, for an administrator who may, in an {@link
 * io.github.orgswitcher.store.OwnTransaction} that has locked the person and the organization. Each is judged anew, as {@link Absences}
 * lists them: what the person or the organization has decided is not overridden.
 *
 * @param session the session of the transaction, with the realm in its context
 * @param deciderId id of the administrator
 */
public record AddedPeople(KeycloakSession session, String deciderId) {

    /**
     * Makes somebody a member. Who has asked is approved.
     *
     * @param organization the organization
     * @param user the person
     * @return the record of it
     * @throws RequestRefusedException where the organization does not allow the address, or something stands against it
     */
    public Enrollment join(OrganizationModel organization, UserModel user) {
        return join(organization, user, require(organization, user, Absence::isJoinable));
    }

    /** The same for whom it is judged already. */
    Enrollment join(OrganizationModel organization, UserModel user, AbsentPerson absent) {
        String orgId = organization.getId();
        if (absent.status() == EnrollmentStatus.REQUESTED) {
            return new JoinRequests(session, deciderId).approve(orgId, user);
        }
        new LettingIn(session).letIn(Act.ADD, orgId, user);
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        EnrollmentMethod method = EnrollmentMethod.ALLOWED_DOMAIN;
        Enrollment joined = Enrollment.of(orgId, user.getId(), EnrollmentStatus.JOINED, method, absent.domain(), now)
                .decided(EnrollmentStatus.JOINED, method, now, deciderId);
        RealmStore.of(session, session.getContext().getRealm()).enrollments().save(List.of(joined));
        new Notices(session).joined(orgId, user.getId());
        return joined;
    }

    /**
     * That somebody is invited.
     *
     * @param userId who; null for an address alone
     * @param id the invitation
     * @param mailed whether a mail follows
     */
    public record Invited(@Nullable String userId, String id, boolean mailed) {}

    /**
     * Invites somebody. The mail follows the transaction.
     *
     * @param organization the organization
     * @param user the person
     * @return the invitation
     * @throws RequestRefusedException where the organization does not allow the address, or something stands against it
     */
    public Invited invite(OrganizationModel organization, UserModel user) {
        require(organization, user, Absence::isInvitable);
        EmailAddress address = EmailAddress.onRecord(user.getEmail()).orElseThrow(AddedPeople::notAllowed);
        return invite(organization, Invitee.of(address, user), user, user);
    }

    /**
     * The same for whoever is judged already.
     *
     * @param told whom the administrator may know of; null for nobody
     * @param holder who has the address on record; null for nobody
     */
    Invited invite(
            OrganizationModel organization, Invitee invitee, @Nullable UserModel told, @Nullable UserModel holder) {
        Inviting inviting = new Inviting(session);
        Letter letter = inviting.write(organization, invitee, Inviting.NO_LIMIT);
        return new Invited(
                told == null ? null : told.getId(), letter.id(), inviting.mailLater(organization, letter, holder));
    }

    private AbsentPerson require(OrganizationModel organization, UserModel user, Predicate<Absence> possible) {
        String orgId = organization.getId();
        RealmStore store = RealmStore.of(session, session.getContext().getRealm());
        if (store.standings().isMember(user.getId(), orgId)) {
            throw new RequestRefusedException(Verdict.MEMBER.messageKey());
        }
        AbsentPerson absent = new Absences(session, orgId).of(user).orElseThrow(AddedPeople::notAllowed);
        if (!possible.test(absent.absence())) {
            throw new RequestRefusedException(absent.absence().messageKey());
        }
        return absent;
    }

    private static RequestRefusedException notAllowed() {
        return new RequestRefusedException("orgSwitcherRequestNoDomain");
    }
}
