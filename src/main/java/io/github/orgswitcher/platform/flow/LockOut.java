package io.github.orgswitcher.platform.flow;

import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * What Keycloak's brute-force detection makes of an account.
 *
 * @param session the Keycloak session
 * @param realm the realm
 * @param user the account
 */
public record LockOut(KeycloakSession session, RealmModel realm, UserModel user) {

    /**
     * Why the account is locked, if it is.
     *
     * @return the event's error, {@code USER_DISABLED} or {@code USER_TEMPORARILY_DISABLED}; empty where it is not locked, or the
     *     realm has no such detection
     */
    public Optional<String> error() {
        return Optional.ofNullable(
                AuthenticatorUtils.getDisabledByBruteForceEventError(protector(), session, realm, user));
    }

    /**
     * Whether it is locked until an administrator enables it.
     *
     * @return whether it is
     */
    public boolean isPermanent() {
        return protector().isPermanentlyLockedOut(session, realm, user);
    }

    /**
     * Counts one failure. Where the realm has no such detection nobody asks for that.
     *
     * @param credential the credential's type; Keycloak counts only those that it knows
     */
    public void count(String credential) {
        KeycloakContext context = session.getContext();
        protector().failedLogin(realm, user, context.getConnection(), context.getUri(), Set.of(credential));
    }

    private BruteForceProtector protector() {
        return session.getProvider(BruteForceProtector.class);
    }
}
