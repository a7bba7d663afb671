package io.github.orgswitcher.membership;

import io.github.orgswitcher.authority.AddressReach;
import io.github.orgswitcher.platform.flow.InvitationRefusal;
import io.github.orgswitcher.platform.flow.OpenedInvitation;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Makes nobody a member by the link in an invitation's mail whose address nobody has proven, or whom another organization's
 * provider alone says to have it: the account may be a stranger's, who has prepared it and waits for the owner to press. The
 * invitation stays, and is on the page once the address is proven. Nor does it where the page would refuse it.
 */
public final class InvitationLinkHandler extends OpenedInvitation {

    /** Made by Keycloak. */
    public InvitationLinkHandler() {
        super(
                "orgSwitcherInvitationUnprovenTitle",
                "orgSwitcherInvitationUnproven",
                "org_switcher_invitation_unproven");
    }

    @Override
    protected boolean isInvited(KeycloakSession session, UserModel user, String orgId) {
        return !Occasion.isSwitcherOn(session)
                || new AddressReach(session, session.getContext().getRealm()).isProvenFor(user, orgId);
    }

    @Override
    protected Optional<InvitationRefusal> refusal(KeycloakSession session, UserModel user, String orgId) {
        String userId = user.getId();
        return new InvitationByLink(session)
                .refusal(orgId, own -> own.users().getUserById(own.getContext().getRealm(), userId));
    }

    @Override
    protected Optional<InvitationRefusal> waitForOthers(
            KeycloakSession session, UserModel user, String orgId, String invitationId) {
        return new InvitationByLink(session).waitForOthers(user, orgId, invitationId);
    }

    @Override
    protected boolean isOpen(KeycloakSession session, String invitationId) {
        try {
            return OwnTransaction.of(session)
                    .call(own -> own.getProvider(OrganizationProvider.class)
                                    .getInvitationManager()
                                    .getById(invitationId)
                            != null);
        } catch (LostRaceException e) {
            return false;
        }
    }
}
