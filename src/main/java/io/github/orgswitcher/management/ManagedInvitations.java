package io.github.orgswitcher.management;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.StorableText;
import io.github.orgswitcher.management.Act.Deed;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.platform.mail.InvitationMail;
import io.github.orgswitcher.platform.mail.MailReach;
import io.github.orgswitcher.settings.PublicAddresses;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationInvitationModel.Filter;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.InvitationManager;
import org.keycloak.organization.OrganizationProvider;

/**
 * Keycloak's own invitations of an organization, for one who manages it. Whether an address has an account here, or is a member's, nobody
 * learns by inviting it.
 */
public final class ManagedInvitations {

    /** The form's field that an address is typed into. */
    public static final String FIELD = "email";

    private static final Logger LOG = Logger.getLogger(ManagedInvitations.class);

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

    /** What is to be mailed. */
    private record Letter(String id, int expiresAt, EmailAddress address) {}

    /**
     * Lists them.
     *
     * @param search part of an address; empty for all
     * @param first index of the first, from 0
     * @param max most to return
     * @return the page
     */
    public List<Listed> list(String search, int first, int max) {
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
     * @throws ChoiceRefusedException where it is no address, is invited already, or there is no seat left
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act invite(String typed) {
        EmailAddress address =
                EmailAddress.typed(typed).orElseThrow(() -> refused(FIELD, "orgSwitcherEmailErrorAddress"));
        if (!MailReach.includes(organization.session().getContext().getRealm(), address)) {
            throw refused(FIELD, "orgSwitcherEmailErrorLetters");
        }
        Letter letter = organization.write(List.of(), own -> create(own, FIELD, address));
        return act(post(letter) ? Deed.INVITED : Deed.INVITED_WITHOUT_MAIL, letter.id());
    }

    /**
     * Invites somebody anew, for whom the former invitation counts no longer.
     *
     * @param id the former invitation, from anywhere
     * @return what was done
     * @throws ChoiceRefusedException where there is none, or no seat left
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act resend(String id) {
        Letter letter = organization.write(List.of(), own -> {
            OrganizationInvitationModel former = find(own, "resend", id);
            EmailAddress address = EmailAddress.onRecord(former.getEmail())
                    .orElseThrow(() -> refused("resend", "orgSwitcherEmailErrorAddress"));
            invitations(own.session()).remove(id);
            return create(own, "resend", address);
        });
        return act(post(letter) ? Deed.INVITATION_RESENT : Deed.INVITED_WITHOUT_MAIL, letter.id());
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
            invitations(own.session()).remove(find(own, "withdraw", id).getId());
            return act(Deed.INVITATION_WITHDRAWN, id);
        });
    }

    private Letter create(Hand own, String field, EmailAddress address) {
        RealmModel realm = own.session().getContext().getRealm();
        if (SwitcherConfig.of(own.session(), realm)
                .publicAddresses()
                .keepFrom(PublicAddresses.Deed.BE_INVITED, address.domain())) {
            throw refused(field, "orgSwitcherErrorInvitationPublic");
        }
        InvitationManager invitations = invitations(own.session());
        List<OrganizationInvitationModel> former = invitations
                .getAllStream(own.organization(), Map.of(Filter.EMAIL, address.text()), null, null)
                .toList();
        if (former.stream().anyMatch(each -> !each.isExpired())) {
            throw refused(field, "orgSwitcherManageInvitedAlready");
        }
        former.forEach(each -> invitations.remove(each.getId()));
        if (invitations
                .getAllStream(own.organization(), Map.of(), MOST - 1, 1)
                .findAny()
                .isPresent()) {
            throw refused(field, "orgSwitcherManageInvitationsTooMany", MOST);
        }
        String orgId = own.organization().getId();
        Integer limit = own.store().policies().of(orgId).inForce().terms().maxMembers();
        if (limit != null && own.store().standings().isFull(orgId, limit)) {
            throw refused(field, "orgSwitcherErrorSeatsFull");
        }
        OrganizationInvitationModel invitation = invitations.create(own.organization(), address.text(), null, null);
        return new Letter(invitation.getId(), invitation.getExpiresAt(), address);
    }

    /** Whether the mail is out. The invitation stands without, and can be sent again. */
    private boolean post(Letter letter) {
        KeycloakSession session = organization.session();
        RealmModel realm = session.getContext().getRealm();
        if (realm.getSmtpConfig().isEmpty()
                || !new InvitationPostage(session).take(organization.ref().id(), letter.address())) {
            return false;
        }
        Optional<UserModel> user = new PeopleByEmail(session, realm)
                .having(letter.address()).stream().findFirst();
        try {
            new InvitationMail(session, organization.model())
                    .send(letter.id(), letter.expiresAt(), letter.address(), user.orElse(null));
            return true;
        } catch (EmailException e) {
            // What the exception says may quote the address.
            LOG.warnf("Realm %s: the mail of an invitation could not be sent", realm.getName());
            return false;
        }
    }

    /** One of this organization's: Keycloak finds those of all realms. */
    private static OrganizationInvitationModel find(Hand own, String field, String id) {
        return Optional.of(id)
                .filter(StorableText::is)
                .map(invitations(own.session())::getById)
                .filter(found -> own.organization().getId().equals(found.getOrganizationId()))
                .orElseThrow(() -> refused(field, "orgSwitcherManageInvitationGone"));
    }

    private Act act(Deed deed, String invitationId) {
        return Act.onInvitation(deed, organization.ref().id(), invitationId);
    }

    private static InvitationManager invitations(KeycloakSession session) {
        return session.getProvider(OrganizationProvider.class).getInvitationManager();
    }

    private static ChoiceRefusedException refused(String field, String messageKey, Object... parameters) {
        return new ChoiceRefusedException(field, messageKey, "org_switcher_invitation_refused", parameters);
    }
}
