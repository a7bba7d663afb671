package io.github.orgswitcher.authority;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.MailedLinks;
import io.github.orgswitcher.platform.flow.OpenedInvitation;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A request that opens one of Keycloak's mailed links. Keycloak checks that the link was mailed to the user's present
 * address before anything else happens. What else says that an address was changed or verified proves nothing: who posts
 * the address that is verified already gets the same event.
 */
public final class MailedLink {

    private MailedLink() {}

    /**
     * Records the proof where the request is one, for links that let somebody in. It does not count where the account may be
     * another's, whose provider would then speak for the mailbox.
     *
     * @param session the Keycloak session of the request
     * @param user whom the link was mailed to, with the address verified by now
     */
    public static void record(KeycloakSession session, UserModel user) {
        if (!isOpened(session) || !user.isEmailVerified()) {
            return;
        }
        RealmModel realm = session.getContext().getRealm();
        EmailAddress.onRecord(user.getEmail())
                .filter(address -> !new AddressReach(session, realm).isHearsay(user))
                .ifPresent(address -> new AddressProofs(session, realm).saveOwnNow(user, address));
    }

    /** Keycloak shows the link of an invitation to whoever manages the organization, too. */
    static boolean isOpened(KeycloakSession session) {
        return MailedLinks.isOpenedBy(session.getContext())
                && !OpenedInvitation.isIn(session.getContext().getAuthenticationSession());
    }
}
