package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.platform.flow.AccountSessions;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * An account that loses an address it has never proven, be it as its address or as its user name. It keeps its id, its ways
 * in and all it has; only the address, what waits for another address in its place, and its sessions go.
 */
final class SetAside {

    private static final String NAME = "set-aside-";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AddressProof proof;
    private final UserModel account;
    private final boolean holder;

    SetAside(KeycloakSession session, RealmModel realm, String userId, AddressProof proof) {
        this.session = session;
        this.realm = realm;
        this.proof = proof;
        this.account = session.users().getUserById(realm, userId);
        this.holder = Account.has(account, proof.address());
    }

    /** Takes the address off, so that it is free for its owner when this returns. The sessions end once that is for good. */
    void giveUp() {
        if (holder) {
            account.setEmail(null);
            account.setEmailVerified(false);
            account.removeAttribute(UserModel.EMAIL_PENDING);
            requireAnAddress();
        }
        if (Account.isNamed(account, proof.address())) {
            account.setUsername(freeName());
        }
        AccountSessions.revoke(session, account);
        OrgSwitcherStore.of(session).flush();
    }

    /** A realm in which nobody is to be without a verified address: Keycloak has nothing to verify of an account that has none. */
    private void requireAnAddress() {
        if (realm.isVerifyEmail()) {
            account.addRequiredAction(UserModel.RequiredAction.UPDATE_PROFILE);
        }
    }

    /** Whoever keeps an address of their own is told that the name has gone. */
    Optional<LostNameMail> news() {
        return holder ? Optional.empty() : Optional.of(new LostNameMail(account.getId(), account.getUsername()));
    }

    /** Whoever has the account knows its id, and may have taken the name that would come of it for another account. */
    private String freeName() {
        String name = NAME + account.getId();
        return new UserStorages(session, realm).own().getUserByUsername(realm, name) == null
                ? name
                : name + "-" + SecretGenerator.getInstance().generateSecureID();
    }

    /** Keeps for whom, so that an administrator can see both and move what belongs to the owner. */
    void remember(UserModel owner) {
        String hash = AddressHash.of(session, realm).of(proof.address());
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        RealmStore.of(session, realm)
                .people()
                .saveSetAside(account.getId(), new PersonRecord.SetAside(now, hash, owner.getId()));
        proof.event(session, realm, holder ? EventType.UPDATE_EMAIL : EventType.UPDATE_PROFILE, account)
                .detail(EmailSignInEvents.SWITCHER, EmailSignInEvents.SET_ASIDE)
                .detail(EmailSignInEvents.OTHER_ACCOUNT, owner.getId())
                .success();
    }
}
