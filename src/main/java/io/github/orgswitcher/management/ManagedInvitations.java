package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.management.Act.Deed;
import io.github.orgswitcher.management.InvitationMailing.Recipient;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Invitee;
import io.github.orgswitcher.membership.Inviting;
import io.github.orgswitcher.membership.Inviting.Letter;
import io.github.orgswitcher.membership.RequestRefusedException;
import io.github.orgswitcher.platform.mail.MailReach;
import io.github.orgswitcher.store.OrgSwitcherStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationInvitationModel.Filter;
import org.keycloak.organization.InvitationManager;
import org.keycloak.organization.OrganizationProvider;

/**
 * Keycloak's own invitations of an organization, for one who manages it. Whether an address has an account here, or is a member's, nobody
 * learns by inviting it.
 */
public final class ManagedInvitations {

    /** The form's field that an address is typed into. */
    public static final String FIELD = "email";

    private static final String RESEND = "resend";

    /** Who needs more asks an administrator, so that nobody fills the table. */
    private static final int MOST = 100;

    private final ManagedOrganization organization;

    /**
     * The invitations of an organization.
     *
     * @param organization the organization
     */
    public ManagedInvitations(ManagedOrganization organization) {
        this.organization = organization;
    }

    /**
     * An invitation as a manager sees it.
     *
     * @param id its id
     * @param email where it went
     * @param expiresAt until when it counts
     * @param expired whether it counts no longer
     */
    public record Listed(String id, String email, Instant expiresAt, boolean expired) {}

    /**
     * Lists them.
     *
     * @param search part of an address; empty for all
     * @param first index of the first, from 0
     * @param max most to return
     * @return the page
     */
    public List<Listed> list(String search, int first, int max) {
        if (!OrgSwitcherStore.of(organization.session()).isComparable(search)) {
            return List.of();
        }
        return invitations(organization.session())
                .getAllStream(
                        organization.model(), search.isEmpty() ? Map.of() : Map.of(Filter.SEARCH, search), first, max)
                .map(each -> new Listed(
                        each.getId(), each.getEmail(), Instant.ofEpochSecond(each.getExpiresAt()), each.isExpired()))
                .toList();
    }

    /**
     * Invites somebody.
     *
     * @param typed the address
     * @return what was done
     * @throws ChoiceRefusedException where it is no address, is invited already, there is no seat left, or the organization's mails of
     *     a day are used up
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act invite(String typed) {
        EmailAddress address =
                EmailAddress.typed(typed).orElseThrow(() -> refused(FIELD, "orgSwitcherEmailErrorAddress"));
        if (!MailReach.includes(organization.session().getContext().getRealm(), address)) {
            throw refused(FIELD, "orgSwitcherEmailErrorLetters");
        }
        return new InvitationMailing(organization, FIELD, address)
                .carryOut(to -> organization.write(List.of(), own -> {
                    Letter letter = create(own, FIELD, address);
                    boolean mailed = to.mailed() && mailLater(own, letter, to);
                    return act(mailed ? Deed.INVITED : Deed.INVITED_WITHOUT_MAIL, letter.id());
                }));
    }

    /**
     * Invites somebody anew, for whom the former invitation counts no longer.
     *
     * @param id the former invitation, from anywhere
     * @return what was done
     * @throws ChoiceRefusedException where there is none, no seat left, or a day's mails are used up; the former one stays then
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act resend(String id) {
        EmailAddress address = EmailAddress.onRecord(
                        find(organization.session(), RESEND, id).getEmail())
                .orElseThrow(() -> refused(RESEND, "orgSwitcherEmailErrorAddress"));
        return new InvitationMailing(organization, RESEND, address)
                .carryOut(to -> organization.write(List.of(), own -> {
                    String former = find(own.session(), RESEND, id).getId();
                    // The link of the former one may be in a mailbox.
                    to.requireMail();
                    invitations(own.session()).remove(former);
                    Letter letter = create(own, RESEND, address);
                    return act(
                            mailLater(own, letter, to) ? Deed.INVITATION_RESENT : Deed.INVITED_WITHOUT_MAIL,
                            letter.id());
                }));
    }

    /**
     * Withdraws an invitation.
     *
     * @param id the invitation, from anywhere
     * @return what was done
     * @throws ChoiceRefusedException where there is none
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act withdraw(String id) {
        return organization.write(List.of(), own -> {
            invitations(own.session())
                    .remove(find(own.session(), "withdraw", id).getId());
            return act(Deed.INVITATION_WITHDRAWN, id);
        });
    }

    private static Letter create(Hand own, String field, EmailAddress address) {
        try {
            // No name of whoever has the address: the manager would read it.
            return new Inviting(own.session()).write(own.organization(), Invitee.of(address), MOST);
        } catch (RequestRefusedException e) {
            throw refused(
                    field,
                    e.messageKey().equals(Verdict.SEATS_FULL.messageKey())
                            ? "orgSwitcherErrorSeatsFull"
                            : e.messageKey(),
                    e.parameters());
        }
    }

    private static boolean mailLater(Hand own, Letter letter, Recipient to) {
        return new Inviting(own.session()).mailLater(own.organization(), letter, to.holder());
    }

    /** One of this organization's: Keycloak finds those of all realms. */
    private OrganizationInvitationModel find(KeycloakSession session, String field, String id) {
        return Optional.of(id)
                .filter(OrgSwitcherStore.of(session)::isComparable)
                .map(invitations(session)::getById)
                .filter(found -> organization.ref().id().equals(found.getOrganizationId()))
                .orElseThrow(() -> refused(field, "orgSwitcherManageInvitationGone"));
    }

    private Act act(Deed deed, String invitationId) {
        return Act.onInvitation(deed, organization.ref().id(), invitationId);
    }

    private static InvitationManager invitations(KeycloakSession session) {
        return session.getProvider(OrganizationProvider.class).getInvitationManager();
    }

    static ChoiceRefusedException refused(String field, String messageKey, Object... parameters) {
        return new ChoiceRefusedException(field, messageKey, "org_switcher_invitation_refused", parameters);
    }
}
