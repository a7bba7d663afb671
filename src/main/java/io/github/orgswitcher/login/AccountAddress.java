package io.github.orgswitcher.login;

import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.platform.account.ManageAddress;
import io.github.orgswitcher.platform.mail.LinkPage;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Where the page "Your organizations" is. */
public final class AccountAddress {

    /** Id of the required action that is the way in. */
    public static final String ACTION = ManageAddress.ACTION;

    /** The page's path below a realm. */
    public static final String PATH = "org-switcher/account";

    private AccountAddress() {}

    /**
     * The page's address.
     *
     * @param session the Keycloak session, with the realm in its context
     * @return the address; empty where the realm has the page not, because the required action is off
     */
    public static Optional<URI> of(KeycloakSession session) {
        return ManageAddress.isOn(session.getContext().getRealm()) && Occasion.isSwitcherOn(session)
                ? Optional.of(new LinkPage(session).address(PATH))
                : Optional.empty();
    }
}
