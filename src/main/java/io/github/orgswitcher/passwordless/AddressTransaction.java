package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.authority.DirectoryWord;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.passwordless.Settlement.AtStake;
import io.github.orgswitcher.passwordless.Settlement.Lock;
import io.github.orgswitcher.passwordless.Settlement.Owner;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.settings.PublicAddresses.Deed;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import java.util.Set;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.storage.ReadOnlyException;

/**
 * The one transaction in which it is settled whose account a proven address opens. An account whose address nobody had proven
 * may have been prepared by a stranger, who waits for the owner in a login, a link or a grant that holds the account's id.
 * So it is never handed over: it is set aside, and the owner gets an account with an id that nobody can have heard of. An
 * account that merely has the address for its user name is one of these, too.
 */
final class AddressTransaction {

    private static final String NOT_ALLOWED = "orgSwitcherEmailErrorNotAllowed";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AddressProof proof;
    private final People people;
    private final Entitlement entitlement;

    AddressTransaction(KeycloakSession session, AddressProof proof) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.proof = proof;
        this.people = RealmStore.of(session, realm).people();
        this.entitlement = new Entitlement(session, realm, people, proof);
    }

    /**
     * Settles it.
     *
     * @param locked the users whose records are locked
     * @throws EmailRefusedException when nobody can be signed in with this address
     */
    Settlement settle(Set<String> locked) {
        Claimants claimants = Claimants.of(session, realm, proof.address());
        if (!locked.containsAll(claimants.ids())) {
            return new Lock(claimants.ids());
        }
        List<UserModel> holders = claimants.holders();
        if (proof.expectedId() != null && holders.stream().noneMatch(this::isExpected)) {
            throw refuse("orgSwitcherEmailErrorUsed", Errors.INVALID_EMAIL);
        }
        if (holders.size() > 1 && realm.isDuplicateEmailsAllowed()) {
            throw refuse(NOT_ALLOWED, Errors.EMAIL_IN_USE);
        }
        List<UserModel> proven = holders.stream().filter(entitlement::isProven).toList();
        return proven.isEmpty() ? settleUnproven(claimants) : settleProven(only(proven));
    }

    /** Others who have the address in another spelling are no obstacle to who has proven it. */
    private Settlement settleProven(UserModel owner) {
        checkSwitchedOn(List.of(owner));
        return prove(owner.getId());
    }

    /** Where nobody has proven the address, it is for an account that nobody else can have prepared, or for a new one. */
    private Settlement settleUnproven(Claimants claimants) {
        checkSwitchedOn(claimants.all());
        List<UserModel> entitled = claimants.all().stream()
                .filter(user -> entitlement.isAboveSuspicion(user) || entitlement.isManaged(user))
                .toList();
        if (entitled.isEmpty()) {
            return make(claimants);
        }
        UserModel owner = only(entitled);
        if (!entitlement.isAboveSuspicion(owner)) {
            return new Owner(owner.getId());
        }
        return Account.has(owner, proof.address()) ? prove(owner.getId()) : give(owner, claimants.holders());
    }

    private void checkSwitchedOn(List<UserModel> users) {
        if (users.stream().anyMatch(UserStorages::isOutOfReach)) {
            throw EmailRefusedException.unavailable();
        }
        if (users.stream().anyMatch(entitlement::isSwitchedOff)) {
            throw refuse(NOT_ALLOWED, Errors.USER_DISABLED);
        }
    }

    private UserModel only(List<UserModel> owners) {
        if (owners.size() > 1 || proof.expectedId() != null && !isExpected(owners.get(0))) {
            throw refuse(NOT_ALLOWED, Errors.EMAIL_IN_USE);
        }
        return owners.get(0);
    }

    private boolean isExpected(UserModel user) {
        return user.getId().equals(proof.expectedId());
    }

    private Settlement give(UserModel owner, List<UserModel> older) {
        Succession succession = succession(older);
        return succession.isToBeAsked() ? new AtStake() : prove(succession.give(owner));
    }

    private Succession succession(List<UserModel> older) {
        if (older.stream().anyMatch(new DirectoryWord(session, realm)::isKeptThere)) {
            throw refuse("orgSwitcherEmailErrorUnconfirmed", EmailSignInEvents.UNCONFIRMED);
        }
        return new Succession(session, realm, proof, older);
    }

    private Settlement make(Claimants claimants) {
        if (!proof.mayCreate()) {
            throw claimants.holders().isEmpty()
                    ? refuse("orgSwitcherEmailErrorNoAccount", Errors.USER_NOT_FOUND)
                    : refuse("orgSwitcherEmailErrorUnconfirmed", EmailSignInEvents.UNCONFIRMED);
        }
        if (SwitcherConfig.of(session, realm)
                .publicAddresses()
                .keepFrom(Deed.REGISTER, proof.address().domain())) {
            throw refuse("orgSwitcherEmailErrorPublic", EmailSignInEvents.PUBLIC_ADDRESS);
        }
        Succession succession = succession(claimants.all());
        if (succession.isToBeAsked()) {
            return new AtStake();
        }
        try {
            return prove(succession.make());
        } catch (EmailRefusedException refused) {
            // What is in the way may be the account that another tab has made for this address meanwhile.
            Set<String> others = Claimants.of(session, realm, proof.address()).ids();
            if (!claimants.all().isEmpty() || others.isEmpty()) {
                throw refused;
            }
            return new Lock(others);
        }
    }

    private Settlement prove(String userId) {
        return prove(new Owner(userId));
    }

    private Settlement prove(Owner owner) {
        String userId = owner.userId();
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
        people.saveProven(userId, AddressHash.of(session, realm).of(proof.address()));
        return owner;
    }

    private static EmailRefusedException refuse(String messageKey, String error) {
        return new EmailRefusedException(EmailSignInForm.EMAIL, messageKey, error);
    }
}
