package io.github.orgswitcher.authority;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.Proofs;
import io.github.orgswitcher.store.Proofs.Vouched;
import io.github.orgswitcher.store.RealmStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What is on record about who has said that a person's address is the person's. A word counts for the one address that it was
 * said of: a proof of the person's own, or that an organization's own provider has itself named it. Keycloak's mark of a
 * verified address says neither who has set it nor for which address, so it counts by itself only where nothing on record
 * says otherwise, as for accounts that are older than the records.
 */
public final class AddressProofs {

    private static final String NOT_LINKED = "";
    private static final Set<DomainStatus> OPENING = EnumSet.of(DomainStatus.OPENS, DomainStatus.NOT_VERIFIED);

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
        return user.isEmailVerified() ? reach(user, record, NOT_LINKED) : Reach.EVERYWHERE;
    }

    /** The reach but for what an account's link to one provider says. */
    private Reach reach(UserModel user, PersonRecord record, String exceptAlias) {
        Proofs proofs = pending(user).over(record.proofs());
        boolean own = isOf(user, proofs.own());
        Vouched vouched = proofs.vouched();
        return Reach.of(
                own,
                vouched != null && isOf(user, vouched.addressHash()) ? vouched.orgIds() : Set.of(),
                // What nobody asks any more costs no look at the links.
                !own && (vouched != null || isOfAnother(user, proofs.own()) || isOwned(user, exceptAlias)));
    }

    private boolean isOf(UserModel user, @Nullable String kept) {
        return EmailAddress.onRecord(user.getEmail())
                .filter(address -> hash().matches(kept, address))
                .isPresent();
    }

    /** A directory may give its people other addresses, and is trusted with it. */
    private boolean isOfAnother(UserModel user, @Nullable String kept) {
        return hash().isLegible(kept) && !isOf(user, kept) && !DirectoryUsers.has(user);
    }

    private boolean isOwned(UserModel user, String exceptAlias) {
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(FederatedIdentityModel::getIdentityProvider)
                .filter(alias -> !alias.equals(exceptAlias))
                .flatMap(alias -> provider(alias).stream())
                .anyMatch(provider -> ownerOf(provider).isPresent());
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
     * Whether a verified address is as good as not proven: nobody's word counts for it, or only that of organizations that
     * are not all that it opens. Who then shows to have the mailbox need not be who has the account.
     *
     * @param user the person
     * @return whether it is
     */
    public boolean isHearsay(UserModel user) {
        Reach reach = reach(user, record(user));
        return !reach.everywhere() && (reach.nowhere() || reach.isHearsay(opened(user, reach)));
    }

    /** Those that wait for a proof of the domain will open one day, and others' word is not theirs then either. */
    private Set<String> opened(UserModel user, Reach reach) {
        ProvenDomains rule = SwitcherConfig.of(session, realm).provenDomains();
        EmailDomain domain =
                EmailAddress.onRecord(user.getEmail()).map(EmailAddress::domain).orElse(null);
        List<Match> matches = store().matchings().of(user.getId(), domain).matches();
        return Holders.of(store(), matches).beside(reach::covers).stream()
                .filter(match -> OPENING.contains(match.domainStatus(rule)))
                .map(Match::orgId)
                .collect(toSet());
    }

    /** Records that a person has proven an address, once the request is done. */
    void saveOwn(UserModel user, EmailAddress address) {
        String hash = hash().of(address);
        pending(user).later(proofs -> proofs.withOwn(hash));
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
        keep(user, NOT_LINKED);
    }

    /** The same for an account that has just been linked to a provider. */
    void keep(UserModel user, String exceptAlias) {
        if (user.isEmailVerified() && reach(user, record(user), exceptAlias).everywhere()) {
            EmailAddress.onRecord(user.getEmail()).ifPresent(address -> saveOwn(user, address));
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
        Optional<String> owner = ownerOf(provider);
        if (owner.isPresent()) {
            return Optional.of(proofs -> proofs.withWitness(owner.get(), hash));
        }
        boolean shared = proofs(user).vouched() != null || isOwned(user, NOT_LINKED);
        return user.isEmailVerified() && !shared ? Optional.of(proofs -> proofs.withOwn(hash)) : Optional.empty();
    }

    /**
     * Whether a verified address has nobody's word, as far as it is known.
     *
     * @param user the person
     * @return whether it may have been written over one that was verified
     */
    public boolean isWithoutWord(UserModel user) {
        return reach(user, record(user)).nowhere();
    }

    /** Records that an organization's own provider has made an account with an address that the realm trusts it with. */
    void saveWitness(UserModel user, String orgId) {
        EmailAddress.onRecord(user.getEmail()).map(hash()::of).ifPresent(hash -> pending(user)
                .later(proofs -> proofs.withWitness(orgId, hash)));
    }

    /** Records that an account is linked to an organization's own provider. */
    void saveLink(UserModel user) {
        EmailAddress.onRecord(user.getEmail()).map(hash()::of).ifPresent(hash -> pending(user)
                .later(proofs -> proofs.withLink(hash)));
    }

    private Proofs proofs(UserModel user) {
        return pending(user).over(record(user).proofs());
    }

    private PersonRecord record(UserModel user) {
        return store().people().find(user.getId());
    }

    private PendingProofs pending(UserModel user) {
        return PendingProofs.of(session, realm, user.getId());
    }

    private RealmStore store() {
        return RealmStore.of(session, realm);
    }

    private AddressHash hash() {
        return AddressHash.of(session, realm);
    }
}
