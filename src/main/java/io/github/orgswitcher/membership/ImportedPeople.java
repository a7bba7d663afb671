package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Absence;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.membership.AddedPeople.Invited;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/**
 * Brings in whom an administrator's file names by an address, in an {@link io.github.orgswitcher.store.OwnTransaction} that has locked
 * the organization: as a member where the organization allows the address and nothing stands against it, and by an invitation else.
 *
 * @param session the session of the transaction, with the realm in its context
 * @param deciderId id of the administrator
 * @param mayView of whom the administrator may know; of others counts no more than that they are members
 * @param mayManage whom the administrator may make a member
 */
public record ImportedPeople(
        KeycloakSession session, String deciderId, Predicate<UserModel> mayView, Predicate<UserModel> mayManage) {

    /** What became of somebody. */
    public sealed interface Outcome {}

    /**
     * A member now.
     *
     * @param enrollment the record of it
     */
    public record Joined(Enrollment enrollment) implements Outcome {}

    /**
     * Invited now.
     *
     * @param invited the invitation
     */
    public record Asked(Invited invited) implements Outcome {}

    /**
     * As before.
     *
     * @param messageKey how that is
     */
    public record Unchanged(String messageKey) implements Outcome {}

    /**
     * Brings somebody in.
     *
     * @param organization the organization
     * @param invitee the person
     * @param holders who has the address on record
     * @return what became of it
     * @throws RequestRefusedException where something stands against it
     */
    public Outcome bring(OrganizationModel organization, Invitee invitee, List<UserModel> holders) {
        String orgId = organization.getId();
        RealmStore store = RealmStore.of(session, session.getContext().getRealm());
        if (holders.stream().anyMatch(holder -> store.standings().isMember(holder.getId(), orgId))) {
            return new Unchanged(Verdict.MEMBER.messageKey());
        }
        if (!organization.isEnabled()) {
            throw new RequestRefusedException(Absence.ORGANIZATION_DISABLED.messageKey());
        }
        UserModel user = holders.size() == 1 && mayView.test(holders.get(0)) ? holders.get(0) : null;
        AbsentPerson absent =
                user == null ? null : new Absences(session, orgId).of(user).orElse(null);
        if (user != null && absent != null && absent.absence().isJoinable() && mayManage.test(user)) {
            return new Joined(new AddedPeople(session, deciderId).join(organization, user, absent));
        }
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        if (!store.invitations().pending(orgId, List.of(invitee.address()), now).isEmpty()) {
            return new Unchanged(Absence.INVITED.messageKey());
        }
        if (absent != null) {
            requireInvitable(absent.absence());
        } else if (user != null) {
            requireInvitable(store, orgId, user);
        }
        return new Asked(new AddedPeople(session, deciderId)
                .invite(
                        organization,
                        user == null ? invitee : Invitee.of(invitee.address(), user),
                        user,
                        addressee(holders)));
    }

    /** Whose account the link opens: of several, one that is not disabled. */
    private static @Nullable UserModel addressee(List<UserModel> holders) {
        return holders.stream()
                .filter(UserModel::isEnabled)
                .findFirst()
                .or(() -> holders.stream().findFirst())
                .orElse(null);
    }

    private static void requireInvitable(Absence absence) {
        if (!absence.isInvitable()) {
            throw new RequestRefusedException(absence.messageKey());
        }
    }

    /** Of somebody whose address, as it stands, no allowed domain of the organization matches. */
    private void requireInvitable(RealmStore store, String orgId, UserModel user) {
        if (!user.isEnabled()) {
            throw new RequestRefusedException(Absence.USER_DISABLED.messageKey());
        }
        if (!Admissible.is(session, user)) {
            throw new RequestRefusedException(Absence.INADMISSIBLE.messageKey());
        }
        if (new Admission(session).isFull(user, orgId)) {
            throw new RequestRefusedException(Absence.ONE_ORGANIZATION.messageKey());
        }
        store.enrollments().find(orgId, user.getId()).map(Enrollment::status).ifPresent(ImportedPeople::requireOpen);
        if (DirectoryUsers.entry(user)
                .filter(entry -> store.leavers().has(orgId, entry))
                .isPresent()) {
            throw new RequestRefusedException(Absence.LEFT.messageKey());
        }
    }

    private static void requireOpen(EnrollmentStatus status) {
        if (status == EnrollmentStatus.DENIED) {
            throw new RequestRefusedException(Absence.DENIED.messageKey());
        }
        // Who joined and is no member was removed by somebody else's hand.
        if (status == EnrollmentStatus.LEFT || status == EnrollmentStatus.JOINED) {
            throw new RequestRefusedException(Absence.LEFT.messageKey());
        }
    }
}
