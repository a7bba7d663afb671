package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.passwordless.Settlement.Owner;
import java.util.List;
import java.util.function.Function;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Sets accounts aside and gives what they lose to the owner of the address. */
final class Succession {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AddressProof proof;
    private final List<UserModel> older;

    /**
     * Begins one.
     *
     * @param older the accounts that stand on record with the address and that nobody has proven to be its owner's
     */
    Succession(KeycloakSession session, RealmModel realm, AddressProof proof, List<UserModel> older) {
        this.session = session;
        this.realm = realm;
        this.proof = proof;
        this.older = older;
    }

    /** Whether the person must be told of what the older accounts have, and has not been. */
    boolean isToBeAsked() {
        return !proof.agreed()
                && older.stream().anyMatch(user -> isVouchedFor(user) || new Account(session, realm, user).isAtStake());
    }

    /** Whoever came by an organization's own provider goes on to come by it, to an account that no longer has the address. */
    private boolean isVouchedFor(UserModel user) {
        return user.isEmailVerified() && Account.has(user, proof.address());
    }

    /**
     * Makes an account for the owner.
     *
     * @return whose account it is
     * @throws EmailRefusedException when none can be made
     */
    Owner make() {
        return follow(ids -> new NewUser(session, realm, proof).create(ids));
    }

    /**
     * Gives the owner an account that is there and has no address.
     *
     * @return whose account it is
     */
    Owner give(UserModel account) {
        return follow(ids -> given(account.getId()));
    }

    private UserModel given(String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        user.setEmail(proof.address().text());
        proof.event(session, realm, EventType.UPDATE_EMAIL, user)
                .detail(Details.UPDATED_EMAIL, user.getEmail())
                .success();
        return user;
    }

    private Owner follow(Function<List<String>, UserModel> owner) {
        List<SetAside> accounts = older.stream()
                .map(user -> new SetAside(session, realm, user.getId(), proof))
                .toList();
        accounts.forEach(SetAside::giveUp);
        List<String> ids = older.stream().map(UserModel::getId).toList();
        UserModel follower = owner.apply(ids);
        accounts.forEach(account -> account.remember(follower));
        return new Owner(
                follower.getId(),
                ids,
                accounts.stream().flatMap(account -> account.news().stream()).toList());
    }
}
