package io.github.orgswitcher.account;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.account.Overview.Membership;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Offer;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.StorableText;
import io.github.orgswitcher.login.Outcomes;
import io.github.orgswitcher.login.SwitcherEvents;
import io.github.orgswitcher.login.Visit;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.membership.MembershipService;
import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.membership.Shown;
import io.github.orgswitcher.membership.StandingReader;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.Enrollments;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.RealmStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/**
 * What a signed-in person sees of organizations and does about them. All doors lead here, and from here to the service by which a
 * login's page chooses: one set of rules, and one event for each thing that is done or refused.
 */
final class OwnOrganizations {

    /** What a person whose address is proven may be told about an organization that opens to it. */
    private static final Set<Verdict> KNOWN = EnumSet.of(
            Verdict.OFFERED,
            Verdict.AUTOMATIC,
            Verdict.REQUESTABLE,
            Verdict.REQUESTED,
            Verdict.DENIED,
            Verdict.SEATS_FULL);

    /** Nobody waits for more. */
    private static final int MOST_REQUESTS = 100;

    private final Visit visit;
    private final KeycloakSession session;
    private final StandingReader reader;

    OwnOrganizations(Visit visit) {
        this.visit = visit;
        this.session = visit.session();
        this.reader = new StandingReader(session);
    }

    /**
     * Reads how the person stands at this moment.
     *
     * @param paging which of the memberships, and of the offers
     */
    Overview overview(Paging paging) {
        Standing standing = standing();
        List<OrganizationRef> memberships = page(standing.memberships(), membership -> membership, paging);
        String userId = visit.user().getId();
        Enrollments enrollments =
                RealmStore.of(session, session.getContext().getRealm()).enrollments();
        Map<String, Enrollment> joined = enrollments.joined(
                userId, memberships.stream().map(OrganizationRef::id).collect(toSet()));
        return new Overview(
                standing.active().orElse(null),
                memberships.stream()
                        .map(membership -> new Membership(membership, joined.get(membership.id())))
                        .toList(),
                page(
                        notInvited(standing),
                        offer -> new OrganizationRef(offer.orgId(), offer.alias(), offer.name()),
                        paging),
                standing.acceptable(),
                enrollments.requests(userId, MOST_REQUESTS),
                standing.mayCreate());
    }

    /**
     * Has the session work in one of the person's organizations.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#goOnWith} says
     */
    Chosen goOnWith(String orgId) {
        Chosen chosen = carryOut(() -> service(seen()).goOnWith(storable(orgId)));
        tell(chosen);
        visit.remember(chosen);
        return chosen;
    }

    /**
     * Joins an organization that is on offer.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#join} says
     */
    Chosen join(String orgId) {
        return unlessMember(carryOut(() -> service(known(storable(orgId))).join(orgId)));
    }

    /**
     * Asks to join an organization.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#request} says
     */
    Chosen request(String orgId) {
        return unlessMember(carryOut(() -> service(known(storable(orgId))).request(orgId)));
    }

    /**
     * Creates an organization.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#create} says
     */
    Chosen create(String typedName, boolean allowColleagues) {
        return tell(carryOut(() -> service(Shown.NOTHING).create(typedName, allowColleagues)));
    }

    /**
     * Leaves an organization, or takes back the request to join it. The session works in it no longer.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#leave} says
     */
    Chosen leave(String orgId) {
        Chosen chosen = tell(carryOut(() -> service(Shown.NOTHING).leave(storable(orgId))));
        if (chosen.outcome() == Outcome.LEFT) {
            visit.forget(orgId);
        }
        return chosen;
    }

    /**
     * Accepts an invitation of Keycloak's own.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#accept} says
     */
    Chosen accept(String invitationId) {
        return unlessMember(
                carryOut(() -> service(invited(storable(invitationId))).accept(invitationId)));
    }

    /**
     * Declines an invitation of Keycloak's own.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#decline} says
     */
    Chosen decline(String invitationId) {
        return tell(carryOut(() -> service(invited(storable(invitationId))).decline(invitationId)));
    }

    private Standing standing() {
        return reader.read(visit.user(), visit.kind(), visit.choice());
    }

    /**
     * There is no page here that has shown something: what a page would show, or would but for a seat or an answer, is what the
     * person may know of. All else does not exist.
     */
    private Shown known(String orgId) {
        return standing()
                .candidate(orgId)
                .filter(candidate -> KNOWN.contains(candidate.verdict()) && reader.isProven(visit.user()))
                .map(candidate -> new Shown(List.of(orgId), Map.of()))
                .orElse(Shown.NOTHING);
    }

    /** Who is invited need not be offered the same organization. */
    private static List<Offer> notInvited(Standing standing) {
        Set<String> inviting = standing.acceptable().stream()
                .map(invitation -> invitation.organization().id())
                .collect(toSet());
        return standing.offers().stream()
                .filter(offer -> !inviting.contains(offer.orgId()))
                .toList();
    }

    /** An invitation that is not the person's does not exist. */
    private Shown invited(String invitationId) {
        return standing()
                .invitation(invitationId)
                .map(invitation -> new Shown(
                        List.of(),
                        Map.of(invitation.id(), invitation.organization().id())))
                .orElse(Shown.NOTHING);
    }

    /** The page that one goes on from shows all of these, so they make no other page appear. */
    private Shown seen() {
        Standing standing = standing();
        return new Shown(
                standing.offers().stream().map(Offer::orgId).toList(),
                standing.acceptable().stream().collect(toMap(Invitation::id, invitation -> invitation
                        .organization()
                        .id())));
    }

    /** What no database can hold is no organization's id. */
    private static String storable(String orgId) {
        if (!StorableText.is(orgId)) {
            throw new ChoiceRefusedException("continue", "orgSwitcherErrorGone", "org_switcher_not_offered");
        }
        return orgId;
    }

    /** Who comes by these doors wants it, whatever the application and the kind of sign-in. */
    private MembershipService service(Shown known) {
        SignIn wish = new SignIn(visit.kind(), "", Request.ACTION, null, false, false, false);
        return new MembershipService(session, visit.user(), new Occasion(wish, visit.choice()), known);
    }

    private Chosen carryOut(Supplier<Chosen> act) {
        try {
            return act.get();
        } catch (ChoiceRefusedException refused) {
            SwitcherEvents.refused(visit.event(), refused);
            new Outcomes(session, visit.kind()).refused();
            throw refused;
        }
    }

    /** Whoever was a member already has done nothing. */
    private Chosen unlessMember(Chosen chosen) {
        return chosen.outcome() == Outcome.CONTINUED ? chosen : tell(chosen);
    }

    private Chosen tell(Chosen chosen) {
        SwitcherEvents.beside(visit.event(), visit.user(), chosen);
        new Outcomes(session, visit.kind()).chosen(chosen);
        return chosen;
    }

    private static <T> List<T> page(List<T> all, Function<T, OrganizationRef> names, Paging paging) {
        return all.stream()
                .filter(each -> paging.search().stream().allMatch(word -> {
                    OrganizationRef organization = names.apply(each);
                    return Stream.of(organization.name(), organization.alias())
                            .flatMap(name ->
                                    Stream.of(name.toLowerCase(Locale.ROOT).split("[\\s-]+")))
                            .anyMatch(part -> part.startsWith(word.text()));
                }))
                .skip(paging.first())
                .limit(paging.max())
                .toList();
    }
}
