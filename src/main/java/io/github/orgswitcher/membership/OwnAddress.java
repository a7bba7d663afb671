package io.github.orgswitcher.membership;

import io.github.orgswitcher.authority.AddressReach;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.RealmStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What people's own email addresses are worth: who vouches for them, and which domain they open. It is read once a person. */
public final class OwnAddress {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DomainRules rules;
    private final Map<String, Reach> reaches = new HashMap<>();

    /**
     * Addresses in the realm of the session's context.
     *
     * @param session the Keycloak session
     */
    public OwnAddress(KeycloakSession session) {
        this(
                session,
                session.getContext().getRealm(),
                SwitcherConfig.of(session, session.getContext().getRealm()).domainRules());
    }

    OwnAddress(KeycloakSession session, RealmModel realm, DomainRules rules) {
        this.session = session;
        this.realm = realm;
        this.rules = rules;
    }

    /** For which organizations the proof counts, by what was just read of the person. */
    Reach reach(UserModel user, PersonRecord person) {
        Reach reach = new AddressReach(session, realm).of(user, person);
        reaches.put(user.getId(), reach);
        return reach;
    }

    /** For which organizations the proof counts. */
    Reach reach(UserModel user) {
        return reaches.computeIfAbsent(user.getId(), id -> new AddressReach(session, realm)
                .of(user, RealmStore.of(session, realm).people().find(id)));
    }

    /**
     * Whether somebody's word counts for the person's address. Keycloak's mark may have come with another one.
     *
     * @param user the person
     * @return whether it does
     */
    public boolean isProven(UserModel user) {
        return user.isEmailVerified() && !reach(user).nowhere();
    }

    /**
     * Whether the person can verify the email address on the way.
     *
     * @param user the person
     * @return whether it is not proven, can be, and the realm's action for it is on
     */
    public boolean isVerifiable(UserModel user) {
        return VerifyEmailAction.isOn(realm)
                && !isProven(user)
                && EmailAddress.onRecord(user.getEmail()).isPresent();
    }

    /** The domain of the address, proven or not, where the realm's rules let it open organizations. */
    Optional<EmailDomain> openingDomain(UserModel user) {
        return EmailAddress.onRecord(user.getEmail()).map(EmailAddress::domain).filter(rules::opens);
    }

    /**
     * The domain that colleagues of this person would join over.
     *
     * @param user the person
     * @return the domain of the verified email address, where the realm's rules let it open organizations and
     *     the proof reaches one that is not there yet
     */
    public Optional<EmailDomain> colleaguesDomain(UserModel user) {
        return user.isEmailVerified() && reach(user).everywhere() ? openingDomain(user) : Optional.empty();
    }
}
