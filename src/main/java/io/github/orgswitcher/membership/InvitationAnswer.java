package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.store.EnrollmentMethod;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one of the invitations that the page has shown. Of any other, and of one that was withdrawn, has expired or
 * was sent anew, a person learns nothing but that it does not count.
 */
final class InvitationAnswer {

    private final ChoiceTransaction choice;
    private final String field;
    private final String id;
    private final String orgId;

    /**
     * An answer.
     *
     * @param choice the transaction
     * @param shown what the page has shown
     * @param field the field that was posted, for a refusal
     * @param id what was posted in it
     * @throws ChoiceRefusedException when the page has not shown such an invitation
     */
    InvitationAnswer(ChoiceTransaction choice, Shown shown, String field, String id) {
        this.choice = choice;
        this.field = field;
        this.id = id;
        this.orgId = Optional.ofNullable(shown.invitations().get(id)).orElseThrow(this::gone);
    }

    /** Joins as Keycloak's own link does; for who is a member meanwhile, goes on with the organization. */
    Chosen accept() {
        choice.waitForOtherJoins(List.of(orgId));
        Standing standing = choice.standing(orgId);
        Optional<Chosen> already = choice.goOnAsMember(standing, orgId);
        if (already.isPresent()) {
            return already.get();
        }
        choice.requireInvitable(field);
        Invitation invitation = pending();
        if (!invitation.seatLeft()) {
            throw ChoiceRefusedException.seatsFull(field);
        }
        choice.decide(Act.ACCEPT, field, orgId);
        use(invitation);
        choice.enroll(standing, orgId, EnrollmentMethod.INVITATION, null);
        return new Chosen(Outcome.ACCEPTED, orgId, invitation.organization().alias(), null);
    }

    /** Whoever declines need not be asked to join, either. */
    Chosen decline() {
        Invitation invitation = pending();
        use(invitation);
        choice.dismiss(orgId);
        return new Chosen(Outcome.DECLINED, orgId, invitation.organization().alias(), null);
    }

    private Invitation pending() {
        return choice.sent(id).orElseThrow(this::gone);
    }

    private void use(Invitation invitation) {
        if (!choice.use(invitation)) {
            throw gone();
        }
    }

    private ChoiceRefusedException gone() {
        return new ChoiceRefusedException(field, "orgSwitcherErrorInvitationGone", "org_switcher_invitation_gone");
    }
}
