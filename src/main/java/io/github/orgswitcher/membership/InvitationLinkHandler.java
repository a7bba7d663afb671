package io.github.orgswitcher.membership;

import io.github.orgswitcher.authority.AddressReach;
import io.github.orgswitcher.platform.flow.OpenedInvitation;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Makes nobody a member by the link in an invitation's mail whose address nobody has proven, or whom another organization's
 * provider alone says to have it: the account may be a stranger's, who has prepared it and waits for the owner to press. The
 * invitation stays, and is on the page once the address is proven.
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
}
