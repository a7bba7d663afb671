package io.github.orgswitcher.management;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.limits.InvitationMails;
import io.github.orgswitcher.limits.InvitationMails.Counted;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.people.PeopleByEmail;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageUnavailableException;

/**
 * The way of an invitation to an address. Before anything is locked it is asked who has the address, which a directory may take its
 * time for, and the mail is counted.
 *
 * @param organization the organization that invites
 * @param field the form's field that was posted, for a refusal
 * @param address where it goes
 */
record InvitationMailing(ManagedOrganization organization, String field, EmailAddress address) {

    private static final String TOO_MANY = "orgSwitcherManageMailsTooMany";

    /**
     * Whom an invitation goes to.
     *
     * @param field the form's field that was posted, for a refusal
     * @param holder who has the address; null for nobody
     * @param counted what its mail was counted by; empty where the organization's mails are used up
     */
    record Recipient(String field, @Nullable UserModel holder, Optional<Counted> counted) {

        /**
         * Whether there is to be a mail: none where the mailbox, or the realm, has had too many of everybody's. It is asked once the
         * organization is locked and there is something to mail: of many who invite one address at once, those who lose are told of
         * the invitation that is there.
         *
         * @throws ChoiceRefusedException where the organization's mails are used up
         */
        boolean mailed() {
            return counted.orElseThrow(() -> ManagedInvitations.refused(field, TOO_MANY))
                    .mailed();
        }

        /**
         * Demands that there is to be a mail.
         *
         * @throws ChoiceRefusedException where there is none
         */
        void requireMail() {
            if (!mailed()) {
                throw ManagedInvitations.refused(field, TOO_MANY);
            }
        }
    }

    /**
     * Invites by it. A mail that is not sent counts for nothing.
     *
     * @param work writes the invitation
     * @return what was done
     */
    Act carryOut(Function<Recipient, Act> work) {
        UserModel holder = holder();
        try {
            return counting(holder, work);
        } catch (ChoiceRefusedException e) {
            if (!e.messageKey().equals(TOO_MANY)) {
                throw e;
            }
            // Others at the same moment may have counted mails that they do not send: by now they have given them back.
            return counting(holder, work);
        }
    }

    private @Nullable UserModel holder() {
        KeycloakSession session = organization.session();
        try {
            return new PeopleByEmail(session, session.getContext().getRealm())
                    .having(address).stream().findFirst().orElse(null);
        } catch (StorageUnavailableException e) {
            throw ManagedInvitations.refused(field, "orgSwitcherErrorTryAgain");
        }
    }

    private Act counting(@Nullable UserModel holder, Function<Recipient, Act> work) {
        if (organization.session().getContext().getRealm().getSmtpConfig().isEmpty()) {
            return work.apply(new Recipient(field, holder, Optional.of(new Counted(List.of(), true))));
        }
        InvitationMails mails = new InvitationMails(organization.session());
        Optional<Counted> counted = mails.take(organization.ref().id(), address);
        boolean done = false;
        try {
            Act act = work.apply(new Recipient(field, holder, counted));
            done = true;
            return act;
        } finally {
            if (!done) {
                counted.ifPresent(mails::giveBack);
            }
        }
    }
}
