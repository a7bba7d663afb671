package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.authority.AddressReach;
import io.github.orgswitcher.authority.DirectoryWord;
import io.github.orgswitcher.platform.flow.LockOut;
import io.github.orgswitcher.store.People;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageUnavailableException;

/**
 * What makes an account that of the owner of a proven address.
 *
 * @param session the Keycloak session
 * @param realm the realm
 * @param people what is kept of the realm's people
 * @param proof the proof
 */
record Entitlement(KeycloakSession session, RealmModel realm, People people, AddressProof proof) {

    /**
     * Whether the account's address has been proven to be the account's, or is a directory's word.
     *
     * @throws StorageUnavailableException when only the directory knows, and does not answer
     */
    boolean isProven(UserModel holder) {
        return holder.isEmailVerified() && !new AddressReach(session, realm).isHearsay(holder)
                || new DirectoryWord(session, realm).isFor(holder);
    }

    /** Whether nobody else can have prepared an account whose address nobody has proven, so that it is verified in place. */
    boolean isAboveSuspicion(UserModel user) {
        return user.getId().equals(proof.provenId()) || isUntouched(user);
    }

    /** An account that has the address for its name and no other is meant for whoever has the address. */
    private boolean isUntouched(UserModel user) {
        return (user.getEmail() == null || Account.has(user, proof.address()))
                && new Account(session, realm, user).isUntouched(people.find(user.getId()));
    }

    /** Whether the one way into an account with a person's unproven address is an organization's provider. */
    boolean isManaged(UserModel user) {
        return !user.isEmailVerified()
                && Account.has(user, proof.address())
                && new HomeProvider().manages(session, user, proof.address());
    }

    /**
     * Whether an account that is switched off keeps the owner of the proven address out. Who guesses at an account's password locks
     * that account, and not the owner of an address that it has not proven.
     */
    boolean isSwitchedOff(UserModel user) {
        return user.getServiceAccountClientLink() != null
                || isOff(user)
                        && (Account.has(user, proof.address()) && isProven(user)
                                || !new LockOut(session, realm, user).isPermanent());
    }

    /** Keycloak itself switches off whom a disabled organization manages, and the database does not know of it. */
    private boolean isOff(UserModel user) {
        UserModel seen = session.users().getUserById(realm, user.getId());
        return !user.isEnabled() || seen != null && !seen.isEnabled();
    }
}
