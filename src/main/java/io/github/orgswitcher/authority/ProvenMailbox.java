package io.github.orgswitcher.authority;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.platform.flow.AutomaticLink;
import io.github.orgswitcher.platform.flow.LoginProof;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * An address that a login has proven, and that did not open the account which has it, because nobody knew whose that is. Where
 * the same login, in the same browser, then enters that account in the account's own way, both are one person's. It is kept
 * in the authentication session, which Keycloak empties when a social account is linked: a link that has only just been made
 * is no way of the account's own.
 */
public final class ProvenMailbox {

    private static final String ADDRESS = "org-switcher.proven-mailbox";
    private static final String EXPIRES_AT = "org-switcher.proven-mailbox.expires-at";

    private ProvenMailbox() {}

    /**
     * Keeps it.
     *
     * @param authSession the login
     * @param address the address that it has proven
     * @param expiresAt how long the mail could be used, in seconds
     */
    public static void keep(AuthenticationSessionModel authSession, EmailAddress address, long expiresAt) {
        authSession.setAuthNote(ADDRESS, address.text());
        authSession.setAuthNote(EXPIRES_AT, String.valueOf(expiresAt));
    }

    /**
     * Records that the account's address is proven, where this login has shown both. A session's cookie, or another mail, is
     * not the account's own way.
     *
     * @param session the Keycloak session
     * @param authSession the login, whose flow is through
     * @param user whom it signs in
     */
    public static void record(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
        Optional<EmailAddress> address = of(authSession).filter(proven -> EmailAddress.onRecord(user.getEmail())
                .filter(proven::equals)
                .isPresent());
        if (address.isPresent() && !DirectoryUsers.has(user) && isByOwnWay(authSession)) {
            if (!user.isEmailVerified()) {
                user.setEmailVerified(true);
            }
            new AddressProofs(session, authSession.getRealm()).saveOwn(user, address.get());
        }
    }

    private static Optional<EmailAddress> of(AuthenticationSessionModel authSession) {
        return EmailAddress.onRecord(authSession.getAuthNote(ADDRESS))
                .filter(address -> Time.currentTime() < Long.parseLong(authSession.getAuthNote(EXPIRES_AT)));
    }

    private static boolean isByOwnWay(AuthenticationSessionModel authSession) {
        LoginProof proof = new LoginProof(authSession);
        return proof.isByFirstFactor() || proof.provider().isPresent() && !AutomaticLink.isIn(authSession);
    }
}
