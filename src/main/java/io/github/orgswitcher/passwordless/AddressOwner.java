package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.passwordless.Settlement.Lock;
import io.github.orgswitcher.passwordless.Settlement.Owner;
import io.github.orgswitcher.people.Directories;
import io.github.orgswitcher.platform.flow.AccountSessions;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageUnavailableException;

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
        Set<String> locked = toLock(proof);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Settlement settlement = settle(proof, locked);
            if (settlement instanceof Owner owner) {
                // Only now is it so for good.
                follow(owner);
            }
            if (!(settlement instanceof Lock lock)) {
                return settlement;
            }
            locked = lock.userIds();
        }
        throw inTheWay();
    }

    /** Applications and mail servers may be slow to answer, and nobody's record waits for that. */
    private void follow(Owner owner) {
        RealmModel realm = session.getContext().getRealm();
        owner.setAside().stream()
                .flatMap(userId -> Stream.ofNullable(Account.now(session, realm, userId)))
                .forEach(account -> AccountSessions.end(session, account));
        owner.renamed().forEach(mail -> mail.send(session, realm));
    }

    /**
     * Whose records are to be locked. Not even they are looked up in the request's own transaction: to look somebody up may
     * import them from a directory, and the transaction that settles would wait for that.
     */
    private Set<String> toLock(AddressProof proof) {
        return call(OwnTransaction.of(session), inner -> {
            RealmModel realm = inner.getContext().getRealm();
            Set<String> ids = Claimants.of(inner, realm, proof.address()).ids();
            if (ids.isEmpty() && proof.mayCreate() && !new Directories(inner, realm).knowNobody(proof.address())) {
                // The transaction that settles would find the same, after it has waited for a silent directory once
                // more.
                throw EmailRefusedException.unavailable();
            }
            return ids;
        });
    }

    private Settlement settle(AddressProof proof, Set<String> locked) throws EmailRefusedException {
        return call(
                OwnTransaction.people(session, locked), inner -> new AddressTransaction(inner, proof).settle(locked));
    }

    private static <T> T call(OwnTransaction transaction, Function<KeycloakSession, T> work) {
        try {
            return transaction.call(work);
        } catch (LostRaceException e) {
            throw inTheWay();
        } catch (StorageUnavailableException e) {
            throw EmailRefusedException.unavailable();
        } catch (ReadOnlyException e) {
            // Nobody can take the address from an account that holds it, nor give it to one.
            throw new EmailRefusedException(
                    EmailSignInForm.EMAIL, "orgSwitcherEmailErrorUnconfirmed", EmailSignInEvents.UNCONFIRMED);
        }
    }

    private static EmailRefusedException inTheWay() {
        return new EmailRefusedException(
                EmailSignInForm.EMAIL, "orgSwitcherEmailErrorConflict", EmailSignInEvents.CONFLICT);
    }
}
