package io.github.orgswitcher.authority;

import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What a user was before the request that is about to change it. */
final class VerifiedBefore {

    private static final Logger LOG = Logger.getLogger(VerifiedBefore.class);

    private final KeycloakSession session;
    private final String userId;

    VerifiedBefore(KeycloakSession session, String userId) {
        this.session = session;
        this.userId = userId;
    }

    /** Whether the user had this very address, verified; true, which opens nothing, where that cannot be known. */
    boolean has(@Nullable String email) {
        try {
            return OwnTransaction.of(session).call(inner -> {
                UserModel before = inner.users().getUserById(inner.getContext().getRealm(), userId);
                return before != null
                        && before.isEmailVerified()
                        && email != null
                        && email.equalsIgnoreCase(before.getEmail());
            });
        } catch (LostRaceException e) {
            LOG.warnf("User %s: who has verified the address could not be recorded: %s", userId, e.getMessage());
            return true;
        }
    }
}
