package io.github.orgswitcher.authority;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.platform.ImportedAddress;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.store.Proofs;
import io.github.orgswitcher.store.RealmStore;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Whether an address is a directory's word, such as LDAP's. It is where nobody can write to the directory by Keycloak. Else a person
 * may have typed it, or a provider have named it: with LDAP's {@code UNSYNCED} beside the directory, with {@code WRITABLE} into it. A
 * directory in which Keycloak registers people gives nobody its word, since whoever registers there says what it says.
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
     * @throws StorageUnavailableException when the directory is to be asked, and does not answer
     */
    public boolean isFor(UserModel user) {
        return DirectoryUsers.has(user) && (isReadOnly(user) || isAsGiven(user));
    }

    /**
     * The same where everything goes on while the directory is silent, which then says nothing.
     *
     * @param user the person
     * @return whether it is known to be
     */
    public boolean isKnownFor(UserModel user) {
        try {
            return isFor(user);
        } catch (StorageUnavailableException e) {
            return false;
        }
    }

    /**
     * Records that somebody else than a directory has given one of its people the present address: the person, who registers
     * or types another one, or a provider. Whatever the directory will say from now on, the person may have said it.
     *
     * @param user the person
     */
    void rewritten(UserModel user) {
        if (DirectoryUsers.has(user) && !isReadOnly(user)) {
            new AddressProofs(session, realm).doubtUnlessProven(user);
        }
    }

    /**
     * Records that a provider is linked no more which may have given one of a directory's people the present address.
     *
     * @param user the person
     * @param provider the provider
     */
    void unlinked(UserModel user, IdentityProviderModel provider) {
        if (isKeptThere(user) && isWrittenBy(provider)) {
            new AddressProofs(session, realm).keep(user, provider.getAlias());
            rewritten(user);
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
                        .filter(address -> hash.matches(proofs.own(), address)
                                || !hash.isLegible(proofs.own()) && isOfDirectoryAlone(user))
                        .isPresent()
                && new PeopleByEmail(session, realm).isOnRecordAtStorage(user);
    }

    /** What a directory holds may be what a stranger has registered with, or a provider has said. */
    private boolean isOfDirectoryAlone(UserModel user) {
        return !isKeptThere(user)
                || !storages().takesRegistrations(DirectoryUsers.storage(user))
                        && session.users()
                                .getFederatedIdentitiesStream(realm, user)
                                .flatMap(link -> owners().provider(link.getIdentityProvider()).stream())
                                .noneMatch(this::isWrittenBy);
    }

    /** What is written in the words of a provider that the realm trusts with addresses counts for itself. */
    private boolean isWrittenBy(IdentityProviderModel provider) {
        return ImportedAddress.isWritten(session, provider)
                && (!Boolean.TRUE.equals(provider.isTrustEmail())
                        || owners().of(provider).isPresent());
    }

    private ProviderOwners owners() {
        return new ProviderOwners(session, realm);
    }
}
