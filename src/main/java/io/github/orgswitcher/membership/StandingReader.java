package io.github.orgswitcher.membership;

import io.github.orgswitcher.authority.AddressReach;
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
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.metrics.SwitcherMetrics;
import io.github.orgswitcher.platform.RealmNames;
import io.github.orgswitcher.settings.CreationSettings;
import io.github.orgswitcher.settings.PublicAddresses;
import io.github.orgswitcher.settings.PublicAddresses.Deed;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Asked;
import io.github.orgswitcher.store.Found;
import io.github.orgswitcher.store.Matching;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Standings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Gathers how a person stands to the realm's organizations, in a fixed number of queries of the store. */
public final class StandingReader {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final CreationSettings creation;
    private final DomainRules rules;
    private final ProvenDomains provenDomains;
    private final AskAgain askAgain;
    private final PublicAddresses publicAddresses;
    private final boolean onlyOne;
    private final Standings standings;
    private final Map<String, Reach> reaches = new HashMap<>();
    private @Nullable Instant lastUsed;

    /**
     * A reader for the realm of the session's context.
     *
     * @param session the Keycloak session
     */
    public StandingReader(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        SwitcherConfig config = SwitcherConfig.of(session, realm);
        this.creation = config.creation();
        this.rules = config.domainRules();
        this.provenDomains = config.provenDomains();
        this.askAgain = config.askAgain();
        this.publicAddresses = config.publicAddresses();
        this.onlyOne = config.oneOrganizationPerPerson();
        this.standings = RealmStore.of(session, realm).standings();
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
        return standing(user, asked, choice, SwitcherMetrics.timed(() -> standings.of(asked)));
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
        Matching matching = standings.toOne(asked);
        return standing(user, asked, null, matching.with(counted(matching.matches())));
    }

    /** Only whether there is a seat left matters. */
    private List<Match> counted(List<Match> matches) {
        return matches.stream().map(this::counted).toList();
    }

    private Match counted(Match match) {
        Integer limit = match.terms().maxMembers();
        return limit != null && !match.member() && standings.isFull(match.orgId(), limit) ? match.having(limit) : match;
    }

    private Standing standing(UserModel user, Asked asked, @Nullable Choice choice, Matching matching) {
        Reach reach = new AddressReach(session, realm).of(user, matching.person());
        reaches.put(user.getId(), reach);
        lastUsed = matching.lastUsed();
        boolean admissible = Admissible.is(session, user);
        return withinRules(new Standing(
                matching.memberships(),
                candidates(user, asked, reach, admissible).of(matching.matches()),
                choice,
                admissible,
                admissible
                        && matching.created() < creation.maxPerUser()
                        && isCreator(user)
                        && !isKeptFromCreating(user),
                matching.person().skipped(),
                matching.untold(),
                admissible && isProven(user, reach) ? invitations(user, reach) : List.of()));
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

    /** Whom an organization wants may have an address on any domain; what counts is that the address is the person's. */
    private List<Invitation> invitations(UserModel user, Reach reach) {
        return EmailAddress.onRecord(user.getEmail())
                .filter(address -> !publicAddresses.keepFrom(Deed.BE_INVITED, address.domain()))
                .map(address -> RealmStore.of(session, realm)
                        .invitations()
                        .to(user.getId(), address, Instant.ofEpochMilli(Time.currentTimeMillis())))
                .orElse(List.of())
                .stream()
                .filter(invitation -> reach.covers(invitation.organization().id()))
                .toList();
    }

    private Candidates candidates(UserModel user, Asked asked, Reach reach, boolean admissible) {
        return new Candidates(
                asked.domain() == null ? List.of() : DomainPattern.matching(asked.domain()),
                admissible,
                isProven(user, reach),
                reach,
                provenDomains,
                asked.kind(),
                asked.deniedUntil());
    }

    private Asked asked(UserModel user, @Nullable SignInKind kind, @Nullable String orgId, @Nullable String alias) {
        Instant deniedUntil = askAgain.ended(Instant.ofEpochMilli(Time.currentTimeMillis()));
        return new Asked(
                user.getId(), openingDomain(user).orElse(null), kind, provenDomains, deniedUntil, orgId, alias);
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
        Reach reach = reach(user);
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
        boolean closed = onlyOne && !standing.memberships().isEmpty();
        if (!closed && (shown.more() || !shown.offers().isEmpty())) {
            standings.dismiss(asked(user, kind, null, null), reach(user), shown.more() ? null : shown.offers(), now);
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
     * Whether a person belongs to an organization that is enabled.
     *
     * @param user the person
     * @param orgId the organization
     * @return whether the person does, at this moment
     */
    public boolean isMember(UserModel user, String orgId) {
        return standings.isMember(user.getId(), orgId);
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

    private Reach reach(UserModel user) {
        return reaches.computeIfAbsent(user.getId(), id -> new AddressReach(session, realm)
                .of(user, RealmStore.of(session, realm).people().find(id)));
    }

    /**
     * Whether somebody's word counts for the person's address.
     *
     * @param user the person
     * @return whether it does
     */
    public boolean isProven(UserModel user) {
        return isProven(user, reach(user));
    }

    /** Whether somebody's word counts for the address. Keycloak's mark may have come with another one. */
    private static boolean isProven(UserModel user, Reach reach) {
        return user.isEmailVerified() && !reach.nowhere();
    }

    /**
     * Whether the person can verify the email address on the way.
     *
     * @param user the person
     * @return whether it is not proven, can be, and the realm's action for it is on
     */
    public boolean verifiable(UserModel user) {
        return VerifyEmailAction.isOn(realm)
                && !isProven(user)
                && EmailAddress.onRecord(user.getEmail()).isPresent();
    }

    private Optional<EmailDomain> openingDomain(UserModel user) {
        return EmailAddress.onRecord(user.getEmail()).map(EmailAddress::domain).filter(rules::opens);
    }

    /**
     * Whether the realm lets this person create organizations at all, however many there are already.
     *
     * @param user the person
     * @return whether the setting allows it
     */
    boolean isCreator(UserModel user) {
        return switch (creation.creation()) {
            case OFF -> false;
            case ANYONE -> true;
            case ROLE -> hasRole(user, creation.role());
        };
    }

    /**
     * Whether the realm keeps the person from creating because of the address. An address that nobody has proven could be any.
     *
     * @param user the person
     * @return whether it is public or disposable, or might be
     */
    boolean isKeptFromCreating(UserModel user) {
        return publicAddresses.concern(Deed.CREATE)
                && !(isProven(user) && openingDomain(user).isPresent());
    }

    /**
     * Whether the realm keeps the person from accepting invitations because of the address.
     *
     * @param user the person
     * @return whether it is public or disposable
     */
    boolean isKeptFromInvitations(UserModel user) {
        return EmailAddress.onRecord(user.getEmail())
                .filter(address -> publicAddresses.keepFrom(Deed.BE_INVITED, address.domain()))
                .isPresent();
    }

    private boolean hasRole(UserModel user, @Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(new RealmNames(session, realm)::role)
                .filter(user::hasRole)
                .isPresent();
    }
}
