package io.github.orgswitcher.authority;

import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.PersonRecord.Witness;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What is on record about who has proven a person's address. A proof of the person's own is bound to the address by a hash
 * and ends with it. A witness stays until there is such a proof: neither the end of the link nor that of the provider makes
 * its word better than it was.
 */
public final class AddressProofs {

    private static final Logger LOG = Logger.getLogger(AddressProofs.class);

    private static final String NOT_LINKED = "";

    private final KeycloakSession session;
    private final RealmModel realm;

    /**
     * The proofs of a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm, which is the session's
     */
    public AddressProofs(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * How far the proof of a person's present address reaches.
     *
     * @param user the person
     * @param record what is kept of the person
     * @return the reach; everywhere for an address that is not verified, which is not proven at all
     */
    public Reach reach(UserModel user, PersonRecord record) {
        if (!user.isEmailVerified()) {
            return Reach.EVERYWHERE;
        }
        boolean own = EmailAddress.onRecord(user.getEmail())
                .filter(address -> hash().matches(record.provenHash(), address))
                .isPresent();
        return Reach.of(own, own ? Set.of() : witnesses(user, record, NOT_LINKED));
    }

    /** The witnesses but for what an account's link to one provider says. */
    private Set<String> witnesses(UserModel user, PersonRecord record, String exceptAlias) {
        Set<String> witnesses = new HashSet<>();
        if (record.witness() != null) {
            witnesses.add(record.witness().orgId());
        }
        session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(FederatedIdentityModel::getIdentityProvider)
                .filter(alias -> !alias.equals(exceptAlias))
                .flatMap(alias -> ownerOf(alias).stream())
                .forEach(witnesses::add);
        return witnesses;
    }

    /** Whether a verified address counted everywhere until the account was linked to a provider. */
    boolean countedBeforeLink(UserModel user, String alias) {
        return user.isEmailVerified()
                && witnesses(user, people(session).find(user.getId()), alias).isEmpty();
    }

    private Optional<String> ownerOf(String alias) {
        return provider(alias).flatMap(this::ownerOf);
    }

    /** The organization that a provider speaks for; empty for one that is nobody's own. */
    Optional<String> ownerOf(IdentityProviderModel provider) {
        return new LinkedProviders(session).ownerOf(provider);
    }

    /** A provider by its alias; empty for none, or for one that is not there. */
    Optional<IdentityProviderModel> provider(@Nullable String alias) {
        return Optional.ofNullable(alias).map(session.identityProviders()::getByAlias);
    }

    /**
     * Whether nothing but the word of organizations that do not hold its domain says that a verified address is this
     * person's. Who then shows to have the mailbox need not be who has the account.
     *
     * @param user the person
     * @return whether the address is as good as not proven
     */
    public boolean isHearsay(UserModel user) {
        Set<String> witnesses = reach(user, people(session).find(user.getId())).only();
        if (witnesses == null) {
            return false;
        }
        ProvenDomains rule = SwitcherConfig.of(session, realm).provenDomains();
        EmailDomain domain =
                EmailAddress.onRecord(user.getEmail()).map(EmailAddress::domain).orElse(null);
        return store(session).person(realm.getId(), user.getId(), domain).matches().stream()
                .noneMatch(
                        match -> witnesses.contains(match.orgId()) && match.domainStatus(rule) == DomainStatus.OPENS);
    }

    /** Records that a person has proven an address, once the request is done and nothing of it waits any more. */
    void saveOwn(UserModel user, EmailAddress address) {
        String userId = user.getId();
        String hash = hash().of(address);
        later(userId, people -> saveProven(people, userId, hash));
    }

    /** The same at once, for what follows in the same request. */
    void saveOwnNow(UserModel user, EmailAddress address) {
        String userId = user.getId();
        String hash = hash().of(address);
        save(userId, people -> saveProven(people, userId, hash));
    }

    private static void saveProven(People people, String userId, String hash) {
        if (!hash.equals(people.find(userId).provenHash())) {
            people.saveProven(userId, hash);
        }
    }

    /** Records that an organization's own provider has vouched for a person, once the request is done. */
    void saveWitness(UserModel user, String orgId) {
        String userId = user.getId();
        EmailAddress.onRecord(user.getEmail())
                .map(address -> new Witness(orgId, hash().of(address)))
                .filter(witness -> !witness.equals(people(session).find(userId).witness()))
                .ifPresent(witness -> later(userId, people -> people.saveWitness(userId, witness)));
    }

    /** Others wait for the person's row, and the request's own transaction may have written it. */
    private void later(String userId, Consumer<People> write) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                save(userId, write);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    /** The login goes on without it. */
    private void save(String userId, Consumer<People> write) {
        try {
            OwnTransaction.person(session, userId).call(inner -> {
                write.accept(people(inner));
                return userId;
            });
        } catch (LostRaceException e) {
            LOG.warnf(
                    "Realm %s, user %s: who has proven the address could not be recorded: %s",
                    realm.getName(), userId, e.getMessage());
        }
    }

    private People people(KeycloakSession any) {
        return store(any).people(realm.getId());
    }

    private static OrgSwitcherStore store(KeycloakSession any) {
        return any.getProvider(OrgSwitcherStore.class);
    }

    private AddressHash hash() {
        return AddressHash.of(session, realm);
    }
}
