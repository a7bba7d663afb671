package io.github.orgswitcher.account;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.login.Outcomes;
import io.github.orgswitcher.login.SwitcherEvents;
import io.github.orgswitcher.login.Visit;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.membership.MadeRequests;
import io.github.orgswitcher.membership.MembershipService;
import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.membership.OwnAddress;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.membership.Shown;
import io.github.orgswitcher.membership.StandingReader;
import io.github.orgswitcher.people.Managers;
import io.github.orgswitcher.store.Enrollments;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.RealmStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

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
            Verdict.SEATS_FULL,
            Verdict.ONE_ORGANIZATION);

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
        UserModel user = visit.user();
        Standing standing = reader.read(user, visit.kind(), visit.choice(), null);
        PageLists lists = reader.lists(user, visit.kind(), standing, paging);
        Set<String> shown =
                lists.memberships().rows().stream().map(OrganizationRef::id).collect(toSet());
        Enrollments enrollments =
                RealmStore.of(session, session.getContext().getRealm()).enrollments();
        return new Overview(
                lists,
                enrollments.joined(user.getId(), shown),
                visit.isImpersonated() ? Set.of() : new Managers(session).managed(user, shown),
                MadeRequests.of(session, user.getId()));
    }

    /** The domain that colleagues of the person would join over, as {@link OwnAddress#colleaguesDomain} says. */
    Optional<EmailDomain> colleaguesDomain() {
        return reader.ownAddress().colleaguesDomain(visit.user());
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
     * Leaves an organization. The session works in it no longer.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#leave} says
     */
    Chosen leave(String orgId) {
        Chosen chosen = tell(carryOut(() -> service(Shown.NOTHING).leave(storable(orgId))));
        visit.forget(orgId);
        return chosen;
    }

    /**
     * Takes back the request to join an organization.
     *
     * @throws ChoiceRefusedException as {@link MembershipService#withdraw} says
     */
    Chosen withdraw(String orgId) {
        return tell(carryOut(() -> service(Shown.NOTHING).withdraw(storable(orgId))));
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

    /** How the person stands to one organization; null for none in particular. */
    private Standing standing(@Nullable String orgId) {
        return reader.readOne(visit.user(), visit.kind(), orgId);
    }

    /**
     * There is no page here that has shown something: what a page would show, or would but for a seat or an answer, is what the
     * person may know of. All else does not exist. A member knows it, too, who may be leaving it at this moment.
     */
    private Shown known(String orgId) {
        Standing standing = standing(orgId);
        boolean known = standing.membership(orgId).isPresent()
                || standing.candidate(orgId)
                        .filter(candidate -> KNOWN.contains(candidate.verdict())
                                && reader.ownAddress().isProven(visit.user()))
                        .isPresent();
        return known ? new Shown(List.of(orgId), false, Map.of()) : Shown.NOTHING;
    }

    /** An invitation that is not the person's does not exist; of the person's own they learn why it does not count. */
    private Shown invited(String invitationId) {
        return reader.invitations()
                .find(visit.user(), invitationId)
                .map(invitation -> new Shown(
                        List.of(),
                        false,
                        Map.of(invitation.id(), invitation.organization().id())))
                .orElse(Shown.NOTHING);
    }

    /** Who goes on from a list of all that there is has seen it all, so that none of it makes another page appear. */
    private Shown seen() {
        return new Shown(
                List.of(),
                true,
                standing(null).acceptable().stream().collect(toMap(Invitation::id, invitation -> invitation
                        .organization()
                        .id())));
    }

    /** What no database can hold, or this one not compare, is no organization's id. */
    private String storable(String orgId) {
        if (!OrgSwitcherStore.of(session).isComparable(orgId)) {
            throw new ChoiceRefusedException("continue", "orgSwitcherErrorGone", "org_switcher_not_offered");
        }
        return orgId;
    }

    /** Who comes by these doors wants it, whatever the application and the kind of sign-in. */
    private MembershipService service(Shown known) {
        SignIn wish = new SignIn(visit.kind(), "", Request.ACTION, null, false, false, false, false);
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
}
