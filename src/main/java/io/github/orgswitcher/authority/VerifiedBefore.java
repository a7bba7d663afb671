package io.github.orgswitcher.authority;

import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What a user was before the request that is about to change it. */
public final class VerifiedBefore {

    private static final Logger LOG = Logger.getLogger(VerifiedBefore.class);

    private final KeycloakSession session;
    private final String userId;

    /**
     * The user as others have left it.
     *
     * @param session the session of the request
     * @param userId the user
     */
    public VerifiedBefore(KeycloakSession session, String userId) {
        this.session = session;
        this.userId = userId;
    }

    /**
     * Whether the user had this very address, verified.
     *
     * @param email the address; null for none
     * @return whether it was so; empty where that cannot be known
     */
    public Optional<Boolean> had(@Nullable String email) {
        return ask(before -> before.isEmailVerified() && email != null && email.equalsIgnoreCase(before.getEmail()));
    }

    /**
     * Whether the user was there with another address, verified or not.
     *
     * @param email the address of now
     * @return whether the request has changed it; empty where that cannot be known
     */
    public Optional<Boolean> hadAnother(String email) {
        return ask(before -> !email.equalsIgnoreCase(before.getEmail()));
    }

    private Optional<Boolean> ask(Predicate<UserModel> question) {
        try {
            return Optional.of(OwnTransaction.of(session).call(inner -> {
                UserModel before = inner.users().getUserById(inner.getContext().getRealm(), userId);
                return before != null && question.test(before);
            }));
        } catch (LostRaceException e) {
            LOG.warnf("User %s: who has verified the address could not be recorded: %s", userId, e.getMessage());
            return Optional.empty();
        }
    }
}
