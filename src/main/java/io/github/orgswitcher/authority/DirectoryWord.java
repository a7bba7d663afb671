package io.github.orgswitcher.authority;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.store.Proofs;
import io.github.orgswitcher.store.RealmStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Whether an address is a directory's word, such as LDAP's. It is where nobody can write to the directory by Keycloak. Else a person
 * may have typed it, or a provider's mapper have written it: with LDAP's {@code UNSYNCED} beside the directory, with {@code WRITABLE}
 * into it.
 *
 * @param session the Keycloak session
 * @param realm the realm
 */
public record DirectoryWord(KeycloakSession session, RealmModel realm) {

    /**
     * Whether the directory has given a person the present address.
     *
     * @param user the person
     * @return whether it has
     */
    public boolean isFor(UserModel user) {
        return DirectoryUsers.has(user) && (isReadOnly(user) || isAsGiven(user));
    }

    /**
     * Records that a person of a directory has written another address than it has given: whatever it will say from now on, the
     * person may have said it.
     *
     * @param user the person
     */
    void rewritten(UserModel user) {
        if (DirectoryUsers.has(user) && !isReadOnly(user)) {
            new AddressProofs(session, realm).doubt(user);
        }
    }

    /**
     * Whether a person's address can be taken away in the directory alone: what is written in Keycloak stands there, or nobody
     * knows where.
     *
     * @param user the person
     * @return false also for who is of no directory
     */
    public boolean isKeptThere(UserModel user) {
        return DirectoryUsers.has(user) && !storages().isUnsynced(DirectoryUsers.storage(user));
    }

    private boolean isReadOnly(UserModel user) {
        return storages().isReadOnly(DirectoryUsers.storage(user));
    }

    private UserStorages storages() {
        return new UserStorages(session, realm);
    }

    private boolean isAsGiven(UserModel user) {
        Proofs proofs = PendingProofs.of(session, realm, user.getId())
                .over(RealmStore.of(session, realm).people().find(user.getId()).proofs());
        AddressHash hash = AddressHash.of(session, realm);
        return proofs.vouched() == null
                && EmailAddress.onRecord(user.getEmail())
                        .filter(address -> !hash.isLegible(proofs.own()) || hash.matches(proofs.own(), address))
                        .isPresent()
                && new PeopleByEmail(session, realm).isOnRecordAtStorage(user);
    }
}
