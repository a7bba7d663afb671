package io.github.orgswitcher.membership;

import io.github.orgswitcher.authority.AddressReach;
import io.github.orgswitcher.authority.ReadAccount;
import io.github.orgswitcher.decision.Absence;
import io.github.orgswitcher.decision.Absence.Circumstances;
import io.github.orgswitcher.decision.AskAgain;
import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Candidates;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.hash.AddressHash;
import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Outsider;
import io.github.orgswitcher.store.OutsiderFacts;
import io.github.orgswitcher.store.PersonRecord.SetAside;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Sought;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Judges why people are no members of one organization, as their next logins would judge them, many at a time: what is on record of
 * them, and what the organization is to people of their domains, is read in a fixed number of statements.
 */
public final class Absences {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmStore store;
    private final SwitcherConfig config;
    private final String orgId;
    private final WaysIn ways;
    private final AskAgain askAgain;
    private final Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
    private final Openings openings;

    /**
     * A judge for an organization at this moment.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param orgId the organization
     */
    public Absences(KeycloakSession session, String orgId) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.store = RealmStore.of(session, realm);
        this.config = SwitcherConfig.of(session, realm);
        this.orgId = orgId;
        this.ways = new WaysIn(session, realm);
        this.askAgain = config.askAgain();
        this.openings = new Openings(store, orgId);
    }

    /**
     * Judges people whom the database has found.
     *
     * @param found the people
     * @param tellsInvited whether it may be told who is invited
     * @return those whose address the organization allows, in the same order
     */
    public List<AbsentPerson> of(List<Outsider> found, boolean tellsInvited) {
        Map<String, OutsiderFacts> facts = store.outsiders()
                .facts(
                        orgId,
                        found.stream().map(outsider -> outsider.person().id()).toList());
        Set<EmailAddress> invited = tellsInvited
                ? store.invitations()
                        .pending(
                                orgId,
                                found.stream()
                                        .flatMap(outsider -> address(outsider).stream())
                                        .toList(),
                                now)
                : Set.of();
        Set<String> left = new Leavers(store).of(orgId, found);
        openings.read(found.stream()
                .flatMap(outsider -> address(outsider).map(EmailAddress::domain).stream())
                .toList());
        return found.stream()
                .flatMap(outsider ->
                        Optional.ofNullable(facts.get(outsider.person().id()))
                                .map(known -> left.contains(outsider.person().id()) ? known.hadLeft() : known)
                                .flatMap(known -> judged(outsider, known, invited))
                                .stream())
                .toList();
    }

    /**
     * Judges one person, as the database has the person at this moment.
     *
     * @param user the person
     * @return why the person is no member; empty for who is one, and for whom the organization does not allow
     */
    public Optional<AbsentPerson> of(UserModel user) {
        List<DomainPattern> patterns = EmailAddress.onRecord(user.getEmail()).stream()
                .flatMap(address -> DomainPattern.matching(address.domain()).stream())
                .map(DomainPattern::new)
                .toList();
        Sought sought = new Sought(orgId, patterns, List.of(), AdminView.UNFILTERED);
        return of(store.outsiders().one(sought, user.getId()), true).stream().findFirst();
    }

    private Optional<AbsentPerson> judged(Outsider outsider, OutsiderFacts facts, Set<EmailAddress> invited) {
        EmailAddress address = address(outsider).orElse(null);
        if (address == null || !config.domainRules().opens(address.domain())) {
            return Optional.of(new AbsentPerson(outsider, null, Absence.ADDRESS_OPENS_NOTHING, facts.status(), null));
        }
        List<Match> met = openings.of(address.domain()).stream()
                .map(match -> match.met(facts.status(), facts.since()))
                .toList();
        return met.isEmpty() ? Optional.empty() : Optional.of(judged(outsider, address, facts, met, invited));
    }

    private AbsentPerson judged(
            Outsider outsider, EmailAddress address, OutsiderFacts facts, List<Match> met, Set<EmailAddress> invited) {
        Candidate candidate = candidate(outsider, address, facts, met);
        Absence absence = Absence.of(
                candidate.verdict(),
                new Circumstances(
                        outsider.enabled(),
                        hasLost(address, facts.record().setAside()),
                        facts.record().neverUsed(),
                        invited.contains(address),
                        facts.status()));
        return new AbsentPerson(
                outsider,
                candidate.domain(),
                absence,
                facts.status(),
                absence == Absence.DENIED ? askAgainAt(candidate, facts) : null);
    }

    /** By the best of the ways in that the person has. */
    private Candidate candidate(Outsider outsider, EmailAddress address, OutsiderFacts facts, List<Match> met) {
        Reach reach = new AddressReach(session, realm)
                .of(
                        new ReadAccount(
                                outsider.person().id(),
                                outsider.person().email(),
                                outsider.storage() != null
                                        && new UserStorages(session, realm).isReadOnly(outsider.storage()),
                                facts.providers()),
                        facts.record());
        Set<SignInKind> kinds = ways.of(outsider, facts);
        Stream<Candidate> candidates = kinds.isEmpty()
                ? Stream.of(candidate(address.domain(), reach, null, met))
                : kinds.stream().map(kind -> candidate(address.domain(), reach, kind, met));
        Candidate best = candidates
                .min(Comparator.comparing(candidate -> candidate.verdict() == Verdict.SIGN_IN_KIND))
                .orElseThrow();
        return facts.elsewhere() && config.oneOrganizationPerPerson() ? best.besideAnother() : best;
    }

    /** Everybody here is of Keycloak's own storage, so that a membership can be kept. */
    private Candidate candidate(EmailDomain domain, Reach reach, @Nullable SignInKind kind, List<Match> met) {
        return new Candidates(
                        DomainPattern.matching(domain),
                        true,
                        !reach.nowhere(),
                        reach,
                        config.provenDomains(),
                        kind,
                        askAgain.ended(now))
                .of(met)
                .get(0);
    }

    private boolean hasLost(EmailAddress address, @Nullable SetAside lost) {
        return lost != null && AddressHash.of(session, realm).matches(lost.addressHash(), address);
    }

    private @Nullable Instant askAgainAt(Candidate candidate, OutsiderFacts facts) {
        return Optional.ofNullable(facts.since())
                .flatMap(since -> askAgain.after(candidate.ruling().joinMode(), since))
                .orElse(null);
    }

    private static Optional<EmailAddress> address(Outsider outsider) {
        return EmailAddress.onRecord(outsider.person().email());
    }
}
