package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.store.EnrollmentMethod;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Carries out what a person chose. Each choice is a transaction of its own that reads everything anew, so that what the
 * page showed proves nothing, and that is tried again when someone else wrote the same at the same moment. Each throws
 * {@link LoginLeftAloneException} where the login has meanwhile become none of the switcher's business.
 */
public final class MembershipService {

    private static final Logger LOG = Logger.getLogger(MembershipService.class);

    private final KeycloakSession session;
    private final String userId;
    private final Occasion occasion;
    private final Shown shown;

    /**
     * A service for one choice of one person.
     *
     * @param session the Keycloak session of the request
     * @param user the person
     * @param occasion the login that the choice is made in
     * @param shown what the page has shown; what of it is not chosen counts as dismissed
     */
    public MembershipService(KeycloakSession session, UserModel user, Occasion occasion, Shown shown) {
        this.session = session;
        this.userId = user.getId();
        this.occasion = occasion;
        this.shown = shown;
    }

    /**
     * Goes on with an organization that the person belongs to.
     *
     * @param orgId what was posted
     * @return what happened
     * @throws ChoiceRefusedException when the person does not belong to it
     */
    public Chosen goOnWith(String orgId) {
        return transaction(choice -> {
            Standing standing = choice.standing(orgId);
            OrganizationRef membership =
                    standing.membership(orgId).orElseThrow(() -> ChoiceRefusedException.gone("continue"));
            choice.leaveOthers(standing, membership.id());
            choice.keepUsed(membership.id());
            return Chosen.continued(membership);
        });
    }

    /**
     * Joins an organization that is on offer. Joining twice is joining once.
     *
     * @param orgId what was posted
     * @return what happened
     * @throws ChoiceRefusedException when it is not on offer to this person at this moment
     */
    public Chosen join(String orgId) {
        return about(orgId, choice -> new OfferAnswer(choice, shown, orgId).join());
    }

    /**
     * Joins organizations that ask no question, all of them in one transaction. Nothing else counts as dismissed.
     *
     * @param orgIds the organizations
     * @return what happened, to those that the person was to be joined to and is no member of already
     * @throws ChoiceRefusedException when it failed; nothing was joined then
     */
    public List<Chosen> joinAutomatically(Collection<String> orgIds) {
        return transaction(
                choice -> {
                    choice.waitForOtherJoins(orgIds);
                    Standing standing = choice.standingToAll();
                    return standing.candidates().stream()
                            .filter(candidate ->
                                    candidate.verdict() == Verdict.AUTOMATIC && orgIds.contains(candidate.orgId()))
                            .filter(candidate -> !choice.hadLeft(candidate.orgId()))
                            .map(candidate -> {
                                choice.decide(Act.JOIN_AUTOMATICALLY, "join", candidate.orgId());
                                choice.useUp(standing, candidate.orgId());
                                choice.admit(candidate.orgId(), EnrollmentMethod.AUTOMATIC, candidate.domain());
                                return new Chosen(
                                        Outcome.JOINED_AUTOMATICALLY,
                                        candidate.orgId(),
                                        candidate.alias(),
                                        candidate.domain());
                            })
                            .toList();
                },
                () -> lostRace("org_switcher_not_joined"));
    }

    /**
     * Accepts an invitation of Keycloak's own. Accepting twice is accepting once.
     *
     * @param invitationId what was posted
     * @return what happened
     * @throws ChoiceRefusedException when it does not stand, or the organization has no place left
     */
    public Chosen accept(String invitationId) {
        return about(
                shown.invitations().get(invitationId),
                choice -> new InvitationAnswer(choice, shown, "accept", invitationId).accept());
    }

    /**
     * Declines an invitation of Keycloak's own.
     *
     * @param invitationId what was posted
     * @return what happened
     * @throws ChoiceRefusedException when it does not stand
     */
    public Chosen decline(String invitationId) {
        return about(
                shown.invitations().get(invitationId),
                choice -> new InvitationAnswer(choice, shown, "decline", invitationId).decline());
    }

    /**
     * Asks to join an organization. Asking twice is asking once.
     *
     * @param orgId what was posted
     * @return what happened; for someone who is a member meanwhile, the login goes on with the organization
     * @throws ChoiceRefusedException when the person may not ask at this moment
     */
    public Chosen request(String orgId) {
        return about(orgId, choice -> new OfferAnswer(choice, shown, orgId).request());
    }

    /**
     * Creates an organization; the person becomes its first member.
     *
     * @param typedName the name as typed
     * @param allowColleagues whether the domain of the creator's own verified address becomes an allowed domain, where
     *     the realm's rules permit it
     * @return what happened
     * @throws ChoiceRefusedException when the person may not create one, or the name is not acceptable, reserved or taken
     */
    public Chosen create(String typedName, boolean allowColleagues) {
        OrganizationName name = OrganizationName.of(typedName);
        return transaction(
                choice -> {
                    Standing standing = choice.standing();
                    Creation creation = choice.creation();
                    creation.require(standing);
                    OrganizationModel organization = creation.make(choice::standing, name);
                    String domain = allowColleagues ? creation.allowColleagues(organization, choice.now()) : null;
                    choice.enroll(standing, organization.getId(), EnrollmentMethod.CREATOR, domain);
                    creation.appoint(organization);
                    return new Chosen(Outcome.CREATED, organization.getId(), organization.getAlias(), domain);
                },
                () -> new KnownNow(session).isTaken(name) ? Creation.nameTaken() : lostRace("org_switcher_conflict"));
    }

    /**
     * Leaves an organization. A request to join it is none of this: it may have been approved since the person has seen it.
     *
     * @param orgId what was posted
     * @return what happened
     * @throws ChoiceRefusedException when the person does not belong to it, belongs to it because it manages the person's account, or
     *     is the last who manages it
     */
    public Chosen leave(String orgId) {
        return transaction(choice -> {
            OrganizationRef membership =
                    choice.standing(orgId).membership(orgId).orElseThrow(() -> ChoiceRefusedException.gone("leave"));
            choice.leaving().leave(orgId);
            return new Chosen(Outcome.LEFT, orgId, membership.alias(), null);
        });
    }

    /**
     * Takes back the request to join an organization, and never what has become of it.
     *
     * @param orgId what was posted
     * @return what happened
     * @throws ChoiceRefusedException when nothing waits for an answer, or the organization is gone
     */
    public Chosen withdraw(String orgId) {
        return transaction(choice -> choice.leaving()
                .takeBack(orgId)
                .map(alias -> new Chosen(Outcome.WITHDRAWN, orgId, alias, null))
                .orElseThrow(() -> new ChoiceRefusedException(
                        "withdraw", "orgSwitcherErrorRequestGone", "org_switcher_not_offered")));
    }

    /**
     * Goes on with no organization.
     *
     * @return what happened
     * @throws ChoiceRefusedException where the realm requires a membership
     */
    public Chosen skip() {
        return transaction(choice -> {
            choice.requireSkippable();
            choice.leaveOthers(choice.standing(), null);
            choice.rememberSkip();
            return new Chosen(Outcome.SKIPPED, null, null, null);
        });
    }

    private Chosen about(@Nullable String orgId, Function<ChoiceTransaction, Chosen> job) {
        try {
            return transaction(job);
        } catch (ChoiceRefusedException refused) {
            throw shown.named(refused, orgId);
        }
    }

    private <T> T transaction(Function<ChoiceTransaction, T> job) {
        return transaction(job, () -> lostRace("org_switcher_conflict"));
    }

    private <T> T transaction(Function<ChoiceTransaction, T> job, Supplier<ChoiceRefusedException> lost) {
        try {
            return OwnTransaction.person(session, userId)
                    .call(inner -> job.apply(ChoiceTransaction.of(inner, userId, occasion, shown)));
        } catch (LostRaceException e) {
            LOG.warnf("A choice was not carried out: %s", e.getMessage());
            throw lost.get();
        } catch (ReadOnlyException e) {
            throw ChoiceRefusedException.inadmissible("join");
        } catch (StorageUnavailableException e) {
            throw new ChoiceRefusedException("join", "orgSwitcherErrorTryAgain", "org_switcher_storage_unavailable");
        }
    }

    private static ChoiceRefusedException lostRace(String error) {
        return new ChoiceRefusedException("join", "orgSwitcherLostRace", error);
    }
}
