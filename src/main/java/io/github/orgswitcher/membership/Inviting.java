package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.notice.Notices;
import io.github.orgswitcher.platform.mail.InvitationMail;
import io.github.orgswitcher.platform.mail.MailReach;
import io.github.orgswitcher.settings.PublicAddresses;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationInvitationModel.Filter;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.InvitationManager;
import org.keycloak.organization.OrganizationProvider;

/**
 * Keycloak's own invitations, by the rules that hold whoever invites.
 *
 * @param session the session of the transaction, with the realm in its context
 */
public record Inviting(KeycloakSession session) {

    /** As many as an organization may have. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /**
     * What is to be mailed once the invitation is there.
     *
     * @param id the invitation
     * @param expiresAt until when it counts, in seconds since 1970
     * @param address where it goes
     */
    public record Letter(String id, int expiresAt, EmailAddress address) {}

    /**
     * Writes an invitation in the place of one that has expired.
     *
     * @param organization the organization, which is locked
     * @param invitee who is invited
     * @param most how many invitations the organization may have
     * @return what is to be mailed
     * @throws RequestRefusedException where the address may not be invited, is invited already, or has no place beside another, or there is no seat left
     */
    public Letter write(OrganizationModel organization, Invitee invitee, int most) {
        EmailAddress address = invitee.address();
        RealmModel realm = session.getContext().getRealm();
        if (SwitcherConfig.of(session, realm)
                .publicAddresses()
                .keepFrom(PublicAddresses.Deed.BE_INVITED, address.domain())) {
            throw new RequestRefusedException("orgSwitcherErrorInvitationPublic");
        }
        InvitationManager invitations = invitations();
        List<OrganizationInvitationModel> former = invitations
                .getAllStream(organization, Map.of(Filter.EMAIL, address.text()), null, null)
                .toList();
        if (!former.stream().allMatch(each -> address.isOnRecordAs(each.getEmail()))) {
            // In the same place of Keycloak's table, and another person's.
            throw new RequestRefusedException("orgSwitcherEmailErrorLookAlike");
        }
        if (former.stream().anyMatch(each -> !each.isExpired())) {
            throw new RequestRefusedException("orgSwitcherManageInvitedAlready");
        }
        former.forEach(each -> invitations.remove(each.getId()));
        if (most != NO_LIMIT
                && invitations
                        .getAllStream(organization, Map.of(), most - 1, 1)
                        .findAny()
                        .isPresent()) {
            throw new RequestRefusedException("orgSwitcherManageInvitationsTooMany", most);
        }
        if (!new Admission(session).hasSeat(organization.getId())) {
            throw new RequestRefusedException(Verdict.SEATS_FULL.messageKey());
        }
        OrganizationInvitationModel invitation =
                invitations.create(organization, address.text(), invitee.firstName(), invitee.lastName());
        return new Letter(invitation.getId(), invitation.getExpiresAt(), address);
    }

    /**
     * Has an invitation mailed once this transaction is there, so that nobody waits for a mail server. The invitation keeps the link of
     * the mail, as Keycloak's own do.
     *
     * @param organization the organization
     * @param letter the invitation
     * @param user who has the address on record; null for nobody
     * @return whether a mail follows; the invitation stands without, and can be sent again
     */
    public boolean mailLater(OrganizationModel organization, Letter letter, @Nullable UserModel user) {
        if (!canBeMailed(letter)) {
            return false;
        }
        invitations()
                .getById(letter.id())
                .setInviteLink(new InvitationMail(session, organization)
                        .link(letter.id(), letter.expiresAt(), letter.address(), user));
        new Notices(session).invited(organization.getId(), letter.id());
        return true;
    }

    private boolean canBeMailed(Letter letter) {
        RealmModel realm = session.getContext().getRealm();
        return !realm.getSmtpConfig().isEmpty() && MailReach.includes(realm, letter.address());
    }

    private InvitationManager invitations() {
        return session.getProvider(OrganizationProvider.class).getInvitationManager();
    }
}
