package io.github.orgswitcher.account;

import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.account.Overview.Membership;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.login.Outcomes;
import io.github.orgswitcher.login.SwitcherEvents;
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
                        standing.offers(),
                        offer -> new OrganizationRef(offer.orgId(), offer.alias(), offer.name()),
                        paging),
                enrollments.requests(userId, MOST_REQUESTS),
                standing.mayCreate());
    }

    /**
     * Joins an organization that is on offer.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#join} says
     */
    Chosen join(String orgId) {
        return carryOut(known(orgId), service -> service.join(orgId));
    }

    /**
     * Asks to join an organization.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#request} says
     */
    Chosen request(String orgId) {
        return carryOut(known(orgId), service -> service.request(orgId));
    }

    /**
     * Creates an organization.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#create} says
     */
    Chosen create(String typedName, boolean allowColleagues) {
        return carryOut(List.of(), service -> service.create(typedName, allowColleagues));
    }

    /**
     * Leaves an organization, or takes back the request to join it. The session works in it no longer.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#leave} says
     */
    Chosen leave(String orgId) {
        Chosen chosen = carryOut(List.of(), service -> service.leave(orgId));
        visit.forget(orgId);
        return chosen;
    }

    private Standing standing() {
        return reader.read(visit.user(), visit.kind(), visit.choice());
    }

    /**
     * There is no page here that has shown something: what a page would show, or would but for a seat or an answer, is what the
     * person may know of. All else does not exist.
     */
    private List<String> known(String orgId) {
        return standing()
                .candidate(orgId)
                .filter(candidate -> KNOWN.contains(candidate.verdict()) && reader.isProven(visit.user()))
                .map(candidate -> List.of(orgId))
                .orElse(List.of());
    }

    /** Who comes by these doors wants it, whatever the application and the kind of sign-in. */
    private Chosen carryOut(List<String> known, Function<MembershipService, Chosen> act) {
        SignIn wish = new SignIn(visit.kind(), "", Request.ACTION, null, false, false, false);
        Outcomes outcomes = new Outcomes(session, visit.kind());
        try {
            Chosen chosen =
                    act.apply(new MembershipService(session, visit.user(), new Occasion(wish, visit.choice()), new Shown(known, Map.of())));
            // Whoever was a member already has done nothing.
            if (chosen.outcome() != Outcome.CONTINUED) {
                SwitcherEvents.beside(visit.event(), chosen);
                outcomes.chosen(chosen);
            }
            return chosen;
        } catch (ChoiceRefusedException refused) {
            SwitcherEvents.refused(visit.event(), refused);
            outcomes.refused();
            throw refused;
        }
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
