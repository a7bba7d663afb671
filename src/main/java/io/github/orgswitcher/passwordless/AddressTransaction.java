package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.authority.AddressProofs;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.passwordless.Settlement.AtStake;
import io.github.orgswitcher.passwordless.Settlement.Lock;
import io.github.orgswitcher.passwordless.Settlement.Owner;
import io.github.orgswitcher.people.PeopleByEmail;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.PersonRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.storage.ReadOnlyException;

/**
 * The one transaction in which it is settled whose account a proven address opens. An account whose address nobody had proven
 * may have been prepared by a stranger, who waits for the owner in a login, a link or a grant that holds the account's id.
 * So it is never handed over: it is set aside, and the owner gets an account with an id that nobody can have heard of.
 */
final class AddressTransaction {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AddressProof proof;
    private final People people;
    private final AddressHash hash;

    AddressTransaction(KeycloakSession session, AddressProof proof) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.proof = proof;
        this.people = session.getProvider(OrgSwitcherStore.class).people(realm.getId());
        this.hash = AddressHash.of(session, realm);
    }

    /**
     * Settles it.
     *
     * @param locked the user whose record is locked; null where none is
     * @throws EmailRefusedException when nobody can be signed in with this address
     */
    Settlement settle(@Nullable String locked) {
        List<UserModel> holders = holders();
        if (holders.size() > 1) {
            throw refuse("orgSwitcherEmailErrorNotAllowed", Errors.EMAIL_IN_USE);
        }
        if (holders.isEmpty()) {
            return proof.expectedId() == null ? create() : throwGone();
        }
        UserModel holder = holders.get(0);
        return holder.getId().equals(locked) ? settle(holder) : new Lock(holder.getId());
    }

    private Settlement settle(UserModel holder) {
        if (proof.expectedId() != null && !proof.expectedId().equals(holder.getId())) {
            return throwGone();
        }
        if (holder.getServiceAccountClientLink() != null || isSwitchedOff(holder)) {
            throw refuse("orgSwitcherEmailErrorNotAllowed", Errors.USER_DISABLED);
        }
        Account account = new Account(session, realm, holder);
        boolean hearsay = new AddressProofs(session, realm).isHearsay(holder);
        if (holder.isEmailVerified() && !hearsay
                || Account.isOfDirectory(holder)
                || holder.getId().equals(proof.provenId())
                || account.isUntouched(people.find(holder.getId()))) {
            return prove(holder.getId());
        }
        if (!hearsay && new HomeProvider().manages(session, holder, proof.address())) {
            return new Owner(holder.getId());
        }
        if (!proof.mayCreate()) {
            throw refuse("orgSwitcherEmailErrorUnconfirmed", EmailSignInEvents.UNCONFIRMED);
        }
        return !proof.agreed() && account.isAtStake() ? new AtStake() : setAside(holder.getId());
    }

    /** What others have done a moment ago is not in the cache yet. An account that lost this address does not get it back. */
    private List<UserModel> holders() {
        List<UserModel> holders = new PeopleByEmail(session, realm)
                .having(proof.address()).stream()
                        .map(holder -> Account.now(session, realm, holder.getId()))
                        .filter(Objects::nonNull)
                        .filter(this::has)
                        .toList();
        return holders.size() < 2
                ? holders
                : holders.stream().filter(holder -> !isSetAside(holder)).toList();
    }

    private boolean has(UserModel user) {
        return EmailAddress.onRecord(user.getEmail())
                .filter(proof.address()::equals)
                .isPresent();
    }

    private boolean isSetAside(UserModel holder) {
        PersonRecord.SetAside setAside = people.find(holder.getId()).setAside();
        return setAside != null && !holder.isEmailVerified() && hash.matches(setAside.addressHash(), proof.address());
    }

    /** Who guesses at an account's password locks that account, and not the owner of its unproven address. */
    private boolean isSwitchedOff(UserModel holder) {
        return !holder.isEnabled()
                && (holder.isEmailVerified()
                        || !session.getProvider(BruteForceProtector.class)
                                .isPermanentlyLockedOut(session, realm, holder));
    }

    private Settlement create() {
        if (!proof.mayCreate()) {
            throw refuse("orgSwitcherEmailErrorNoAccount", Errors.USER_NOT_FOUND);
        }
        try {
            return prove(new NewUser(session, realm, proof).create(null).getId());
        } catch (EmailRefusedException refused) {
            // What is in the way may be the account that another tab has made for this address meanwhile.
            return holders().stream()
                    .findFirst()
                    .<Settlement>map(holder -> new Lock(holder.getId()))
                    .orElseThrow(() -> refused);
        }
    }

    private Settlement setAside(String userId) {
        SetAside older = new SetAside(session, realm, userId);
        older.giveUp(proof.address());
        UserModel owner = new NewUser(session, realm, proof).create(userId);
        older.remember(owner, proof);
        return prove(owner.getId());
    }

    private Settlement prove(String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        try {
            if (!user.isEmailVerified()) {
                user.setEmailVerified(true);
            }
            if (user.getRequiredActionsStream().anyMatch(RequiredAction.VERIFY_EMAIL.name()::equals)) {
                user.removeRequiredAction(RequiredAction.VERIFY_EMAIL);
            }
        } catch (ReadOnlyException e) {
            // A directory that nobody may write to says what the address is; the person signs in with what it says.
        }
        people.saveProven(userId, hash.of(proof.address()));
        return new Owner(userId);
    }

    private static Settlement throwGone() {
        throw refuse("orgSwitcherEmailErrorUsed", Errors.INVALID_EMAIL);
    }

    private static EmailRefusedException refuse(String messageKey, String error) {
        return new EmailRefusedException(EmailSignInForm.EMAIL, messageKey, error);
    }
}
