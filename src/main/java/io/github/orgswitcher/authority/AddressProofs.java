package io.github.orgswitcher.authority;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.Proofs;
import io.github.orgswitcher.store.RealmStore;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Records who has said that a person's address is the person's. {@link AddressReach} says how far that reaches. */
public final class AddressProofs {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AddressReach reach;

    /**
     * The proofs of a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm, which is the session's
     */
    public AddressProofs(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.reach = new AddressReach(session, realm);
    }

    /**
     * Records that a person has proven an address, once the request is done.
     *
     * @param user the person
     * @param address the address
     */
    public void saveOwn(UserModel user, EmailAddress address) {
        String hash = hash().of(address);
        pending(user).later(proofs -> proofs.withOwn(hash));
    }

    /** The same of the present address. */
    void saveOwn(UserModel user) {
        EmailAddress.onRecord(user.getEmail()).ifPresent(address -> saveOwn(user, address));
    }

    /** The same at once, for what follows in the same request. */
    void saveOwnNow(UserModel user, EmailAddress address) {
        String hash = hash().of(address);
        pending(user).now(proofs -> proofs.withOwn(hash));
    }

    /**
     * Keeps which address has counted until now, whatever comes to write another one to the account.
     *
     * @param user the person, with the address of before
     */
    public void keep(UserModel user) {
        keep(user, null);
    }

    /**
     * The same in this very transaction, which is one of ours and has locked the person. Where an organization's own provider is
     * linked, that is kept in its place.
     */
    void keepHere(UserModel user) {
        People people = RealmStore.of(session, realm).people();
        Proofs kept = people.find(user.getId()).proofs();
        if (kept.own() == null && user.isEmailVerified()) {
            boolean counts = reach.isEverywhere(user, null);
            EmailAddress.onRecord(user.getEmail())
                    .map(hash()::of)
                    .map(hash -> counts ? kept.withOwn(hash) : kept.withLink(hash))
                    .filter(proofs -> !proofs.equals(kept))
                    .ifPresent(proofs -> people.saveProofs(user.getId(), proofs));
        }
    }

    /**
     * The same for an account that has just been linked to a provider.
     *
     * @param user the person, with the address of before
     * @param exceptAlias the provider, whose link says nothing of that address; null for none
     */
    public void keep(UserModel user, @Nullable String exceptAlias) {
        if (user.isEmailVerified() && reach.isEverywhere(user, exceptAlias)) {
            saveOwn(user);
        }
    }

    /**
     * Records at once that a provider has itself named a person's present address, in words that the realm trusts. That of a
     * provider that is nobody's own is as good as a proof of the person's; not where the account may be shared with whom an
     * organization's provider lets in.
     *
     * @param user the person
     * @param provider the provider
     * @param address the address
     */
    public void named(UserModel user, IdentityProviderModel provider, EmailAddress address) {
        word(user, provider, address).ifPresent(pending(user)::now);
    }

    /**
     * The same once the request is done.
     *
     * @param user the person
     * @param provider the provider
     * @param address the address
     */
    public void namedInThisRequest(UserModel user, IdentityProviderModel provider, EmailAddress address) {
        word(user, provider, address).ifPresent(pending(user)::later);
    }

    private Optional<UnaryOperator<Proofs>> word(UserModel user, IdentityProviderModel provider, EmailAddress address) {
        String hash = hash().of(address);
        Optional<String> owner = new ProviderOwners(session, realm).of(provider);
        if (owner.isPresent()) {
            return Optional.of(proofs -> proofs.withWitness(owner.get(), hash));
        }
        boolean shared = reach.isShared(user);
        return user.isEmailVerified() && !shared ? Optional.of(proofs -> proofs.withOwn(hash)) : Optional.empty();
    }

    /** Records that an organization's own provider has made an account with an address that the realm trusts it with. */
    void saveWitness(UserModel user, String orgId) {
        EmailAddress.onRecord(user.getEmail()).map(hash()::of).ifPresent(hash -> pending(user)
                .later(proofs -> proofs.withWitness(orgId, hash)));
    }

    /**
     * Records that a person has come by a provider that does not vouch for the account's address: without a proof of the person's
     * own, the address opens nothing from then on.
     *
     * @param user the person
     */
    public void doubt(UserModel user) {
        saveLink(user);
    }

    /** The same, unless the person has proven this address, be it in this very request. */
    void doubtUnlessProven(UserModel user) {
        EmailAddress.onRecord(user.getEmail()).map(hash()::of).ifPresent(hash -> pending(user)
                .later(proofs -> hash.equals(proofs.own()) ? proofs : proofs.withLink(hash)));
    }

    /** Records that an account is linked to an organization's own provider. */
    void saveLink(UserModel user) {
        EmailAddress.onRecord(user.getEmail()).map(hash()::of).ifPresent(hash -> pending(user)
                .later(proofs -> proofs.withLink(hash)));
    }

    private PendingProofs pending(UserModel user) {
        return PendingProofs.of(session, realm, user.getId());
    }

    private AddressHash hash() {
        return AddressHash.of(session, realm);
    }
}
