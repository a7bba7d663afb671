package io.github.orgswitcher.authority;

import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageUnavailableException;

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

    /**
     * Takes an address away again that the request has written to the user: the former one comes back, and whether it was
     * verified. Where that cannot be known, the present one counts as not verified.
     *
     * @param user the user, as the request sees it
     */
    public void putBack(UserModel user) {
        Optional<Address> before = read(there ->
                        there.map(found -> new Address(found.getEmail(), found.isEmailVerified())))
                .flatMap(address -> address);
        before.filter(address -> !Objects.equals(address.email(), user.getEmail()))
                .ifPresent(address -> user.setEmail(address.email()));
        user.setEmailVerified(before.map(Address::verified).orElse(false));
    }

    private record Address(@Nullable String email, boolean verified) {}

    private Optional<Boolean> ask(Predicate<UserModel> question) {
        return read(before -> before.filter(question).isPresent());
    }

    private <T> Optional<T> read(Function<Optional<UserModel>, T> question) {
        try {
            return Optional.of(OwnTransaction.of(session)
                    .call(inner -> question.apply(Optional.ofNullable(
                            inner.users().getUserById(inner.getContext().getRealm(), userId)))));
        } catch (LostRaceException | StorageUnavailableException e) {
            LOG.warnf("User %s: who has verified the address could not be recorded: %s", userId, e.getMessage());
            return Optional.empty();
        }
    }
}
