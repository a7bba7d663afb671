package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.passwordless.PersonByEmail.One;
import io.github.orgswitcher.passwordless.Settlement.Lock;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Settles whose account an address opens, in a transaction of its own, so that of many who prove the same address at the
 * same moment all get the same account. The request that settles it may not see what came of it; the next one does.
 */
final class AddressOwner {

    private static final int ATTEMPTS = 5;

    private final KeycloakSession session;

    AddressOwner(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Settles it.
     *
     * @param proof what the login brings
     * @return whose account it is, or that the person must be asked
     * @throws EmailRefusedException when nobody can be signed in with this address
     */
    Settlement settle(AddressProof proof) throws EmailRefusedException {
        String holder = PersonByEmail.find(session, session.getContext().getRealm(), proof.address()) instanceof One one
                ? one.user().getId()
                : null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Settlement settlement = settle(proof, holder);
            if (!(settlement instanceof Lock lock)) {
                return settlement;
            }
            holder = lock.userId();
        }
        throw inTheWay();
    }

    private Settlement settle(AddressProof proof, @Nullable String holder) throws EmailRefusedException {
        OwnTransaction transaction =
                holder == null ? OwnTransaction.of(session) : OwnTransaction.person(session, holder);
        try {
            return transaction.call(inner -> new AddressTransaction(inner, proof).settle(holder));
        } catch (LostRaceException e) {
            throw inTheWay();
        }
    }

    private static EmailRefusedException inTheWay() {
        return new EmailRefusedException(
                EmailSignInForm.EMAIL, "orgSwitcherEmailErrorConflict", EmailSignInEvents.CONFLICT);
    }
}
