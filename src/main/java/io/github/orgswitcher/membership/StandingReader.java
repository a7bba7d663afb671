package io.github.orgswitcher.membership;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.AskAgain;
import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Candidates;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.metrics.SwitcherMetrics;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Asked;
import io.github.orgswitcher.store.Found;
import io.github.orgswitcher.store.Matching;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Standings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Gathers how a person stands to the realm's organizations, in a fixed number of queries of the store. */
public final class StandingReader {

    private final KeycloakSession session;
    private final OwnAddress ownAddress;
    private final SentInvitations invitations;
    private final Permissions permissions;
    private final ProvenDomains provenDomains;
    private final AskAgain askAgain;
    private final boolean onlyOne;
    private final Standings standings;
    private @Nullable Instant lastUsed;

    /**
     * A reader for the realm of the session's context.
     *
     * @param session the Keycloak session
     */
    public StandingReader(KeycloakSession session) {
        this.session = session;
        RealmModel realm = session.getContext().getRealm();
        RealmStore store = RealmStore.of(session, realm);
        SwitcherConfig config = SwitcherConfig.of(session, realm);
        this.ownAddress = new OwnAddress(session, realm, config.domainRules());
        this.invitations = new SentInvitations(store, ownAddress);
        this.permissions = new Permissions(session, realm, config, ownAddress);
        this.provenDomains = config.provenDomains();
        this.askAgain = config.askAgain();
        this.onlyOne = config.oneOrganizationPerPerson();
        this.standings = store.standings();
    }

    /**
     * Reads what decides on a login.
     *
     * @param user the person
     * @param kind how the person signed in; null where every kind counts
     * @param choice what the person has chosen in this session; null where nothing was
     * @param hint alias of the organization that the application names; null where it names none
     * @return how the person stands at this moment
     */
    public Standing read(UserModel user, @Nullable SignInKind kind, @Nullable Choice choice, @Nullable String hint) {
        Asked asked = asked(user, kind, choice == null ? null : choice.orgId(), hint);
        return standing(user, asked, choice, SwitcherMetrics.timed(() -> standings.of(asked)), TakenSeats.read());
    }

    /**
     * Reads what decides on one organization alone.
     *
     * @param user the person
     * @param kind how the person signed in; null where every kind counts
     * @param orgId the organization; null for none
     * @return how the person stands to it at this moment
     */
    public Standing readOne(UserModel user, @Nullable SignInKind kind, @Nullable String orgId) {
        Asked asked = asked(user, kind, orgId, null);
        return standing(user, asked, null, standings.toOne(asked), TakenSeats.asked(standings::isFull));
    }

    private Standing standing(
            UserModel user, Asked asked, @Nullable Choice choice, Matching matching, TakenSeats seats) {
        Reach reach = ownAddress.reach(user, matching.person());
        lastUsed = matching.lastUsed();
        boolean admissible = Admissible.is(session, user);
        List<Invitation> open =
                admissible && !permissions.isKeptFromInvitations(user) ? invitations.to(user) : List.of();
        Set<String> inviting =
                open.stream().map(invitation -> invitation.organization().id()).collect(toSet());
        List<Match> matches = matching.matches().stream()
                .map(match -> seats.counted(match, inviting.contains(match.orgId()) ? 1 : 0))
                .toList();
        return withinRules(new Standing(
                matching.memberships(),
                matching.belongs(),
                candidates(user, asked, reach, admissible).of(matches),
                choice,
                admissible,
                admissible && permissions.mayCreateAnother(user, matching.created()),
                matching.person().skipped(),
                matching.untold(),
                open));
    }

    /**
     * How somebody stands where the realm lets nobody belong to two organizations.
     *
     * @param standing how it would be without that rule
     * @return how it is
     */
    public Standing withinRules(Standing standing) {
        return onlyOne ? standing.single() : standing;
    }

    private Candidates candidates(UserModel user, Asked asked, Reach reach, boolean admissible) {
        return new Candidates(
                asked.domain() == null ? List.of() : DomainPattern.matching(asked.domain()),
                admissible,
                ownAddress.isProven(user),
                reach,
                provenDomains,
                asked.kind(),
                asked.deniedUntil());
    }

    private Asked asked(UserModel user, @Nullable SignInKind kind, @Nullable String orgId, @Nullable String alias) {
        Instant deniedUntil = askAgain.ended(Instant.ofEpochMilli(Time.currentTimeMillis()));
        return new Asked(
                user.getId(),
                ownAddress.openingDomain(user).orElse(null),
                kind,
                provenDomains,
                deniedUntil,
                orgId,
                alias);
    }

    /**
     * Reads what a page shows.
     *
     * @param user the person
     * @param signIn what the login and the application say; what that names comes before all others
     * @param standing what was decided on
     * @param search what was typed to find organizations by their names
     * @return the beginnings of the lists
     */
    public PageLists lists(UserModel user, SignIn signIn, Standing standing, String search) {
        String top = standing.named(signIn.hint()).orElse(null);
        return lists(user, signIn.kind(), standing.first(top), top, PageLists.beginning(search));
    }

    /**
     * Reads pages of how somebody stands to organizations.
     *
     * @param user the person
     * @param kind how the person signed in
     * @param standing the person's standing, by which a list is read or is empty
     * @param paging which of the memberships, and of the offers
     * @return a page of each list
     */
    public PageLists lists(UserModel user, SignInKind kind, Standing standing, Paging paging) {
        return lists(user, kind, standing, null, paging);
    }

    private PageLists lists(
            UserModel user, @Nullable SignInKind kind, Standing standing, @Nullable String top, Paging paging) {
        Asked asked = asked(user, kind, top, null);
        Found<OrganizationRef> memberships =
                standing.memberships().isEmpty() ? Found.none() : standings.memberships(user.getId(), top, paging);
        Reach reach = ownAddress.reach(user);
        Candidates candidates = candidates(user, asked, reach, standing.admissible());
        Found<Candidate> offers = standing.offers().isEmpty()
                ? Found.none()
                : standings.offers(asked, reach, paging).map(matches -> candidates.of(matches).stream()
                        .filter(candidate -> candidate.verdict().opens())
                        .toList());
        return new PageLists(standing, memberships, offers);
    }

    /**
     * Keeps that what is on offer was seen and not chosen.
     *
     * @param user the person, whose address is proven
     * @param standing how the person stood before the choice; what is closed to the person was not seen
     * @param kind how the person signed in
     * @param shown what was seen
     * @param now the time
     */
    void dismiss(UserModel user, Standing standing, SignInKind kind, Shown shown, Instant now) {
        boolean closed = onlyOne && standing.belongs();
        if (!closed && (shown.more() || !shown.offers().isEmpty())) {
            standings.dismiss(
                    asked(user, kind, null, null), ownAddress.reach(user), shown.more() ? null : shown.offers(), now);
        }
    }

    /**
     * When a session of the person whose standing was read last came to work in an organization.
     *
     * @return the time; empty where none has
     */
    public Optional<Instant> lastUsed() {
        return Optional.ofNullable(lastUsed);
    }

    /**
     * What is known of people's own addresses.
     *
     * @return what their proofs are worth
     */
    public OwnAddress ownAddress() {
        return ownAddress;
    }

    /**
     * What people were invited to.
     *
     * @return the invitations to their own addresses
     */
    public SentInvitations invitations() {
        return invitations;
    }

    /** What the realm lets people do beside joining. */
    Permissions permissions() {
        return permissions;
    }

    /**
     * Whether a person belongs to an organization that is enabled.
     *
     * @param user the person
     * @param orgId the organization
     * @return whether the person does, at this moment
     */
    public boolean isMember(UserModel user, String orgId) {
        return standings.isMember(user.getId(), orgId);
    }
}
