package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageUnavailableException;

/**
 * What is known at this moment, whatever the request itself has read before: on a database that reads repeatably it sees nothing of
 * what a choice has just written.
 */
public final class KnownNow {

    private static final Logger LOG = Logger.getLogger(KnownNow.class);

    private final KeycloakSession session;

    /**
     * What is known in the realm of the session's context.
     *
     * @param session the Keycloak session of the request
     */
    public KnownNow(KeycloakSession session) {
        this.session = session;
    }

    /**
     * What a page shows.
     *
     * @param userId the person
     * @param occasion the login that the page stands in
     * @param search what was typed to find organizations by their names
     * @param change what is to be said otherwise of how the person stands
     * @return what it shows; empty for a user who was removed, and where nothing newer can be read than what the request has
     */
    public Optional<PageLists> lists(String userId, Occasion occasion, String search, UnaryOperator<Standing> change) {
        return look(inner -> {
            UserModel user = inner.users().getUserById(inner.getContext().getRealm(), userId);
            return Optional.ofNullable(user).map(present -> {
                StandingReader reader = new StandingReader(inner);
                SignIn signIn = occasion.signIn();
                Standing standing = reader.read(present, signIn.kind(), occasion.choice(), signIn.hint());
                return reader.lists(present, signIn, change.apply(standing), search);
            });
        });
    }

    /** Whether somebody has the name of an organization, as far as is known after a race for it. */
    boolean isTaken(OrganizationName name) {
        return look(inner -> RealmStore.of(inner, inner.getContext().getRealm())
                        .organizations()
                        .namesake(name.value()))
                .isPresent();
    }

    private <T> Optional<T> look(Function<KeycloakSession, Optional<T>> look) {
        try {
            return OwnTransaction.of(session).call(look);
        } catch (LostRaceException | StorageUnavailableException e) {
            LOG.warnf("What a page shows is as old as its request: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
