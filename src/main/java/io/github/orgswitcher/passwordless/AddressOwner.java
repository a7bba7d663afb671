package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.passwordless.Settlement.Lock;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import java.util.Set;
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
        Set<String> locked = Claimants.of(session, session.getContext().getRealm(), proof.address())
                .ids();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Settlement settlement = settle(proof, locked);
            if (!(settlement instanceof Lock lock)) {
                return settlement;
            }
            locked = lock.userIds();
        }
        throw inTheWay();
    }

    private Settlement settle(AddressProof proof, Set<String> locked) throws EmailRefusedException {
        try {
            return OwnTransaction.people(session, locked)
                    .call(inner -> new AddressTransaction(inner, proof).settle(locked));
        } catch (LostRaceException e) {
            throw inTheWay();
        }
    }

    private static EmailRefusedException inTheWay() {
        return new EmailRefusedException(
                EmailSignInForm.EMAIL, "orgSwitcherEmailErrorConflict", EmailSignInEvents.CONFLICT);
    }
}
