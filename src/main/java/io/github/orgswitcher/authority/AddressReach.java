package io.github.orgswitcher.authority;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.Proofs;
import io.github.orgswitcher.store.Proofs.Vouched;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
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

    /**
     * The same of an account that was read from the database, with what it is linked to.
     *
     * @param account the account, whose address is verified
     * @param record what is kept of the person
     * @return the reach
     */
    public Reach of(ReadAccount account, PersonRecord record) {
        return reach(
                account.userId(),
                account.email(),
                record,
                account::directory,
                () -> owners.isAny(account.providers().stream()));
    }

    /**
     * Whether an organization's own provider says nothing that counts of an account's address, verified or not, be it the account
     * of whom it may. Of an account without an address it never says anything. Nobody is asked here, and so a mere claim of others,
     * which each of their managers can make, has no part in it.
     *
     * @param user the account
     * @param provider the provider
     * @return whether it is the own provider of an organization that is not all that the address opens
     */
    public boolean isBeyond(UserModel user, IdentityProviderModel provider) {
        return owners.of(provider)
                .map(Set::of)
                .filter(words -> isHearsay(user.getEmail(), Reach.of(false, words, true), words, false))
                .isPresent();
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
        Set<String> words = reach.only();
        return words != null && (words.isEmpty() || isHearsay(user.getEmail(), reach, words, true));
    }

    /**
     * Whether a person's address is proven, and the proof counts for an organization, whatever domain it is on.
     *
     * @param user the person
     * @param orgId the organization
     * @return whether it does
     */
    public boolean isProvenFor(UserModel user, String orgId) {
        return user.isEmailVerified() && of(user, record(user)).covers(orgId);
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
        return proofs(user.getId(), record(user)).vouched() != null || owners.has(user, null);
    }

    private Reach reach(UserModel user, PersonRecord record, @Nullable String exceptAlias) {
        return reach(
                user.getId(),
                user.getEmail(),
                record,
                () -> new DirectoryWord(session, realm).isKnownFor(user),
                () -> owners.has(user, exceptAlias));
    }

    /** What nobody asks any more costs no look at the directory, nor at the links. */
    private Reach reach(
            String userId,
            @Nullable String email,
            PersonRecord record,
            BooleanSupplier directory,
            BooleanSupplier owned) {
        Proofs proofs = proofs(userId, record);
        boolean own = isOf(email, proofs.own());
        Vouched vouched = proofs.vouched();
        return Reach.of(
                own,
                vouched != null && isOf(email, vouched.addressHash()) ? vouched.orgIds() : Set.of(),
                !own && (vouched != null || isOfAnother(email, proofs.own(), directory) || owned.getAsBoolean()));
    }

    private boolean isOf(@Nullable String email, @Nullable String kept) {
        return EmailAddress.onRecord(email)
                .filter(address -> hash().matches(kept, address))
                .isPresent();
    }

    /**
     * What the realm has given up the key of may be of any address, and so counts for none. A directory to which nobody can write may give
     * its people other addresses, and is trusted with it.
     */
    private boolean isOfAnother(@Nullable String email, @Nullable String kept, BooleanSupplier directory) {
        return kept != null && !isOf(email, kept) && !directory.getAsBoolean();
    }

    /**
     * Of all others who hold the domain, those count who may get what it takes to open it: who waits for a proof, has one less
     * than another, or has proven the domain and does not allow it yet. What an administrator of one organization alone has
     * written down is among them where the person is asked: it may be proven one day, and costs a page, and nobody the account.
     */
    private boolean isHearsay(@Nullable String email, Reach reach, Set<String> words, boolean asked) {
        SwitcherConfig config = SwitcherConfig.of(session, realm);
        Optional<EmailDomain> domain =
                EmailAddress.onRecord(email).map(EmailAddress::domain).filter(config.domainRules()::opens);
        List<Match> matches = domain.map(store.standings()::opened).orElse(List.of()).stream()
                .filter(match -> asked || !match.isMereClaim(config.provenDomains()))
                .toList();
        return reach.isHearsay(
                        ids(matches.stream()
                                .filter(match -> match.terms().joinMode() != JoinMode.DISABLED
                                        && match.domainStatus(config.provenDomains()) == DomainStatus.OPENS)),
                        ids(Holders.of(store, matches).beside(reach::covers).stream()))
                || domain.filter(name -> store.proofs().isAnybodyElses(words, DomainPattern.proving(name)))
                        .isPresent();
    }

    private static Set<String> ids(Stream<Match> matches) {
        return matches.map(Match::orgId).collect(toSet());
    }

    private Proofs proofs(String userId, PersonRecord record) {
        return PendingProofs.of(session, realm, userId).over(record.proofs());
    }

    private PersonRecord record(UserModel user) {
        return store.people().find(user.getId());
    }

    private AddressHash hash() {
        return AddressHash.of(session, realm);
    }
}
