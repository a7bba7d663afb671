package io.github.orgswitcher.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands to the realm's organizations at this moment, as far as a decision needs it: there may be very many of them,
 * and nobody reads them all.
 *
 * @param memberships of the enabled organizations the person belongs to, none, one or several as they are, and among them those
 *     that were asked for
 * @param belongs whether the person belongs to any organization, an enabled one or not
 * @param candidates of the organizations that allow the domain of the person's email address those that were asked for, and so
 *     many others that none is missing which would make a difference
 * @param choice what the person has chosen in this session; null where nothing was
 * @param admissible whether Keycloak can keep a membership of the person at all
 * @param mayCreate whether the person may create an organization now
 * @param skipped whether the person once chose to go on without an organization
 * @param untold whether an organization has turned the person down, and no page has told so
 * @param invitations the invitations to the person's proven email address, the latest first
 */
public record Standing(
        List<OrganizationRef> memberships,
        boolean belongs,
        List<Candidate> candidates,
        @Nullable Choice choice,
        boolean admissible,
        boolean mayCreate,
        boolean skipped,
        boolean untold,
        List<Invitation> invitations) {

    /**
     * What was chosen in this session.
     *
     * @param orgId the organization; null for none
     */
    public record Choice(@Nullable String orgId) {}

    /** Copies the lists. */
    public Standing {
        belongs |= !memberships.isEmpty();
        memberships = List.copyOf(memberships);
        candidates = List.copyOf(candidates);
        invitations = List.copyOf(invitations);
    }

    /**
     * Whether the person belongs to organizations that are disabled, and to no other.
     *
     * @return whether it is neither without an organization nor has one to go on with
     */
    public boolean onlyDisabled() {
        return belongs && memberships.isEmpty();
    }

    /**
     * The organizations that the person may join now, or ask to.
     *
     * @return the offers; none while the email address is not verified
     */
    public List<Offer> offers() {
        return candidates.stream()
                .filter(candidate -> candidate.verdict().opens())
                .map(Candidate::offer)
                .toList();
    }

    /**
     * An offer by the organization's id.
     *
     * @param orgId the id, from anywhere
     * @param action what the person wants to do
     * @return the offer, if it stands
     */
    public Optional<Offer> offer(@Nullable String orgId, Offer.Action action) {
        return offers().stream()
                .filter(offer -> offer.orgId().equals(orgId) && offer.action() == action)
                .findFirst();
    }

    /**
     * The invitations that the person can accept now.
     *
     * @return those of organizations that have a place left
     */
    public List<Invitation> acceptable() {
        return invitations.stream().filter(Invitation::seatLeft).toList();
    }

    /**
     * Whether an organization invites the person, who then need neither be offered it nor wait for it.
     *
     * @param orgId its id
     * @return whether there is an invitation that the person can accept now
     */
    public boolean isInvited(String orgId) {
        return acceptable().stream()
                .anyMatch(invitation -> invitation.organization().id().equals(orgId));
    }

    /**
     * Whether verifying the email address would bring offers.
     *
     * @return whether it would
     */
    public boolean offersHidden() {
        return having(Verdict.EMAIL_NOT_VERIFIED).findAny().isPresent();
    }

    /**
     * Whether verifying the email address may bring something to choose. Whoever has nothing is told so whatever it would bring, so
     * that nobody learns from it who is invited.
     *
     * @return whether to offer it
     */
    public boolean verifyingMayHelp() {
        return offersHidden()
                || (memberships.isEmpty() && offers().isEmpty() && acceptable().isEmpty());
    }

    /**
     * The organizations that the person has asked to join.
     *
     * @return those that have not answered
     */
    public List<Candidate> requests() {
        return having(Verdict.REQUESTED).toList();
    }

    /**
     * The organizations that the person is to be joined to with no question.
     *
     * @return what follows from it
     */
    public AutomaticJoins automatic() {
        return new AutomaticJoins(this);
    }

    /** The candidates of one verdict. */
    Stream<Candidate> having(Verdict verdict) {
        return candidates.stream().filter(candidate -> candidate.verdict() == verdict);
    }

    /** The same person who stands to other organizations, or otherwise to these. */
    Standing to(List<OrganizationRef> members, List<Candidate> others, List<Invitation> invited) {
        return new Standing(members, belongs, others, choice, admissible, mayCreate, skipped, untold, invited);
    }

    /**
     * The same standing while a page that tells of a denial is open: it has told, and is still to be read.
     *
     * @return a standing in which there is something to tell
     */
    public Standing telling() {
        return new Standing(
                memberships, belongs, candidates, choice, admissible, mayCreate, skipped, true, invitations);
    }

    /**
     * The standing in a realm where nobody belongs to two organizations: whoever belongs to one, be it disabled, has nothing to
     * choose beside it, and of several that join with no question one does.
     *
     * @return a standing that leads to no second membership
     */
    public Standing single() {
        if (!belongs) {
            return automatic().failed(automatic().orgIds().stream().skip(1).toList());
        }
        return new Standing(
                memberships,
                true,
                candidates.stream().map(Candidate::besideAnother).toList(),
                choice,
                admissible,
                false,
                skipped,
                untold,
                List.of());
    }

    /**
     * The same standing with one organization before all others.
     *
     * @param orgId its id; null for none
     * @return a standing in another order
     */
    public Standing first(@Nullable String orgId) {
        return to(
                first(memberships, OrganizationRef::id, orgId),
                first(candidates, Candidate::orgId, orgId),
                first(invitations, invitation -> invitation.organization().id(), orgId));
    }

    private static <T> List<T> first(List<T> all, Function<T, String> id, @Nullable String orgId) {
        return all.stream()
                .sorted(Comparator.comparing(one -> !id.apply(one).equals(orgId)))
                .toList();
    }

    /**
     * A candidate by the organization's id.
     *
     * @param orgId the id, from anywhere
     * @return the candidate, if there is one
     */
    public Optional<Candidate> candidate(@Nullable String orgId) {
        return candidates.stream()
                .filter(candidate -> candidate.orgId().equals(orgId))
                .findFirst();
    }

    /**
     * An organization by its alias.
     *
     * @param alias the alias, from anywhere
     * @return its id, if the person belongs to it or is invited, or it is a candidate
     */
    public Optional<String> named(@Nullable String alias) {
        return Stream.of(
                        memberships.stream(),
                        candidates.stream().map(Candidate::organization),
                        invitations.stream().map(Invitation::organization))
                .flatMap(organizations -> organizations)
                .filter(organization -> organization.alias().equals(alias))
                .map(OrganizationRef::id)
                .findFirst();
    }

    /**
     * A membership by the organization's id.
     *
     * @param orgId the id, from anywhere
     * @return the membership, if the person has it
     */
    public Optional<OrganizationRef> membership(@Nullable String orgId) {
        return memberships.stream()
                .filter(membership -> membership.id().equals(orgId))
                .findFirst();
    }

    /**
     * Whether the person neither belongs to an organization nor ever could, so that there is nothing to ask, nor to demand.
     *
     * @return whether the switcher is of no use to the person
     */
    public boolean hopeless() {
        return memberships.isEmpty() && !admissible;
    }

    /**
     * The organization this session works in, as long as the person belongs to it.
     *
     * @return the membership, if there is one
     */
    public Optional<OrganizationRef> active() {
        return choice == null ? Optional.empty() : membership(choice.orgId());
    }

    /**
     * Whether the person has chosen in this session; a choice that no longer holds does not count.
     *
     * @return whether there is nothing to ask again
     */
    public boolean answered() {
        return choice != null && (choice.orgId() == null || active().isPresent());
    }
}
