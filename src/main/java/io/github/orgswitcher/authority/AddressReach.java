package io.github.orgswitcher.authority;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.Proofs;
import io.github.orgswitcher.store.Proofs.Vouched;
import io.github.orgswitcher.store.RealmStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * How far the words reach that {@link AddressProofs} has on record. A word counts for the one address that it was said of: a
 * proof of the person's own, or that an organization's own provider has itself named it. Keycloak's mark of a verified address
 * says neither who has set it nor for which address, so it counts by itself only where nothing on record says otherwise, as
 * for accounts that are older than the records.
 */
public final class AddressReach {

    private static final Set<DomainStatus> OPENING = EnumSet.of(DomainStatus.OPENS, DomainStatus.NOT_VERIFIED);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmStore store;
    private final ProviderOwners owners;

    /**
     * The reach of addresses in a realm.
     *
     * @param session the Keycloak session
     * @param realm the realm, which is the session's
     */
    public AddressReach(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.store = RealmStore.of(session, realm);
        this.owners = new ProviderOwners(session, realm);
    }

    /**
     * How far the proof of a person's present address reaches.
     *
     * @param user the person
     * @param record what is kept of the person
     * @return the reach; everywhere for an address that is not verified, which is not proven at all
     */
    public Reach of(UserModel user, PersonRecord record) {
        return user.isEmailVerified() ? reach(user, record, null) : Reach.EVERYWHERE;
    }

    /** Whether it reaches everywhere but for what an account's link to one provider says; null for all links. */
    boolean isEverywhere(UserModel user, @Nullable String exceptAlias) {
        return reach(user, record(user), exceptAlias).everywhere();
    }

    /**
     * Whether a verified address is as good as not proven: nobody's word counts for it, or only that of organizations that
     * are not all that it opens. Who then shows to have the mailbox need not be who has the account.
     *
     * @param user the person
     * @return whether it is
     */
    public boolean isHearsay(UserModel user) {
        Reach reach = of(user, record(user));
        return !reach.everywhere() && (reach.nowhere() || reach.isHearsay(opened(user, reach)));
    }

    /**
     * Whether a verified address has nobody's word, as far as it is known.
     *
     * @param user the person
     * @return whether it may have been written over one that was verified
     */
    public boolean isWithoutWord(UserModel user) {
        return of(user, record(user)).nowhere();
    }

    /** Whether an account may be shared with whom an organization's provider lets in. */
    boolean isShared(UserModel user) {
        return proofs(user, record(user)).vouched() != null || owners.has(user, null);
    }

    private Reach reach(UserModel user, PersonRecord record, @Nullable String exceptAlias) {
        Proofs proofs = proofs(user, record);
        boolean own = isOf(user, proofs.own());
        Vouched vouched = proofs.vouched();
        return Reach.of(
                own,
                vouched != null && isOf(user, vouched.addressHash()) ? vouched.orgIds() : Set.of(),
                // What nobody asks any more costs no look at the links.
                !own && (vouched != null || isOfAnother(user, proofs.own()) || owners.has(user, exceptAlias)));
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

    /**
     * Those that the domain opens, or will open one day: who waits for a proof, or has one less than another, may get it. What
     * an administrator of one organization alone has written down takes nobody's account before it opens.
     */
    private Set<String> opened(UserModel user, Reach reach) {
        ProvenDomains rule = SwitcherConfig.of(session, realm).provenDomains();
        List<Match> matches = EmailAddress.onRecord(user.getEmail())
                .map(address -> store.standings().opened(address.domain()))
                .orElse(List.of());
        return Holders.of(store, matches).beside(reach::covers).stream()
                .filter(match -> !match.claimed() || OPENING.contains(match.domainStatus(rule)))
                .map(Match::orgId)
                .collect(toSet());
    }

    private Proofs proofs(UserModel user, PersonRecord record) {
        return PendingProofs.of(session, realm, user.getId()).over(record.proofs());
    }

    private PersonRecord record(UserModel user) {
        return store.people().find(user.getId());
    }

    private AddressHash hash() {
        return AddressHash.of(session, realm);
    }
}
