package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Membership;
import io.github.orgswitcher.decision.Standing.Offer;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.store.EnrollmentMethod;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Carries out what a person chose. Each choice is a transaction of its own that reads everything anew, so that what the
 * page showed proves nothing, and that is tried again when someone else wrote the same at the same moment.
 */
public final class MembershipService {

    private static final int ATTEMPTS = 3;

    private final KeycloakSession session;
    private final String userId;
    private final List<String> shown;

    /**
     * A service for one choice of one person.
     *
     * @param session the Keycloak session of the request
     * @param user the person
     * @param shown ids of the organizations whose offers the page has shown; those not chosen count as dismissed
     */
    public MembershipService(KeycloakSession session, UserModel user, Collection<String> shown) {
        this.session = session;
        this.userId = user.getId();
        this.shown = List.copyOf(shown);
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
            Standing standing = choice.standing();
            Membership membership = standing.membership(orgId).orElseThrow(() -> gone("continue"));
            choice.leaveOthers(standing, membership.orgId());
            return new Chosen(Outcome.CONTINUED, membership.orgId(), null);
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
        return transaction(choice -> {
            choice.waitForOtherJoins(orgId);
            Standing standing = choice.standing();
            if (standing.membership(orgId).isPresent()) {
                return new Chosen(Outcome.CONTINUED, orgId, null);
            }
            Offer offer = standing.offer(orgId).orElseThrow(() -> gone("join"));
            choice.enroll(standing, offer.orgId(), EnrollmentMethod.ALLOWED_DOMAIN, offer.domain());
            return new Chosen(Outcome.JOINED, offer.orgId(), offer.domain());
        });
    }

    /**
     * Creates an organization; the person becomes its first member.
     *
     * @param typedName the name as typed
     * @param allowColleagues whether the domain of the creator's own verified address becomes an allowed domain, where
     *     the realm's rules permit it
     * @return what happened
     * @throws ChoiceRefusedException when the person may not create one, or the name is not acceptable or taken
     */
    public Chosen create(String typedName, boolean allowColleagues) {
        return transaction(choice -> {
            Standing standing = choice.standing();
            choice.requireCreation(standing);
            OrganizationModel organization = choice.create(OrganizationName.of(typedName));
            String domain = allowColleagues ? choice.allowColleagues(organization) : null;
            choice.enroll(standing, organization.getId(), EnrollmentMethod.CREATOR, domain);
            return new Chosen(Outcome.CREATED, organization.getId(), domain);
        });
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
            return new Chosen(Outcome.SKIPPED, null, null);
        });
    }

    private Chosen transaction(Function<ChoiceTransaction, Chosen> job) {
        for (int attempt = 1; ; attempt++) {
            try {
                return KeycloakModelUtils.runJobInTransactionWithResult(
                        session.getKeycloakSessionFactory(),
                        session.getContext(),
                        inner -> job.apply(ChoiceTransaction.of(inner, userId, shown)),
                        "org-switcher choice");
            } catch (ModelDuplicateException e) {
                // Someone else wrote the same: the next attempt sees it and finds it done, or taken.
                if (attempt == ATTEMPTS) {
                    throw new ChoiceRefusedException("join", "orgSwitcherErrorTryAgain", "org_switcher_conflict");
                }
            }
        }
    }

    private static ChoiceRefusedException gone(String field) {
        return new ChoiceRefusedException(field, "orgSwitcherErrorGone", "org_switcher_not_offered");
    }
}
