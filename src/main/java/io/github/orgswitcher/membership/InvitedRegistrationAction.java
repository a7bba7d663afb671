package io.github.orgswitcher.membership;

import io.github.orgswitcher.platform.admin.Newcomer;
import io.github.orgswitcher.platform.flow.InvitationRefusal;
import io.github.orgswitcher.platform.flow.InvitedRegistration;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Registers nobody by an invitation that could not be accepted on the page, either: the account would be there for nothing. */
public final class InvitedRegistrationAction extends InvitedRegistration {

    @Override
    protected Optional<InvitationRefusal> refusal(
            KeycloakSession session, String orgId, String invitationId, String email) {
        if (!Occasion.isSwitcherOn(session)) {
            return Optional.empty();
        }
        InvitationByLink link = new InvitationByLink(session);
        return link.waitForOthers(orgId, invitationId, email)
                .or(() -> link.refusal(
                        orgId, own -> Newcomer.of(own, own.getContext().getRealm(), email)));
    }

    @Override
    protected InvitationRefusal lostRace() {
        return InvitationByLink.lostRace();
    }
}
