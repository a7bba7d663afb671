package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.Offer.Action;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.store.EnrollmentMethod;
import io.github.orgswitcher.veto.JoinAttempt.Act;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one of the offers that the page has shown, as it is now. Of any other organization a person learns nothing but that
 * they go on with it where they belong to it.
 */
final class OfferAnswer {

    private final ChoiceTransaction choice;
    private final Shown shown;
    private final String orgId;

    /**
     * An answer.
     *
     * @param choice the transaction
     * @param shown what the page has shown
     * @param orgId what was posted
     */
    OfferAnswer(ChoiceTransaction choice, Shown shown, String orgId) {
        this.choice = choice;
        this.shown = shown;
        this.orgId = orgId;
    }

    /** Joins; for who is a member meanwhile, goes on with the organization. */
    Chosen join() {
        Standing standing = standing();
        return choice.goOnAsMember(standing, orgId).orElseGet(() -> join(standing));
    }

    private Chosen join(Standing standing) {
        Offer offer = shown.offer(standing, orgId, Action.JOIN);
        choice.decide(Act.JOIN, "join", orgId);
        choice.useUp(standing, orgId);
        choice.enroll(standing, orgId, EnrollmentMethod.ALLOWED_DOMAIN, offer.domain());
        return new Chosen(Outcome.JOINED, orgId, offer.alias(), offer.domain());
    }

    /** Asks to join, once; for who is a member meanwhile, goes on with the organization. */
    Chosen request() {
        Standing standing = standing();
        return choice.goOnAsMember(standing, orgId).or(() -> asked(standing)).orElseGet(() -> ask(standing));
    }

    private Optional<Chosen> asked(Standing standing) {
        return standing.requests().stream()
                .filter(candidate -> candidate.orgId().equals(orgId))
                .findFirst()
                .map(asked -> requested(asked.alias(), asked.domain()));
    }

    private Chosen ask(Standing standing) {
        Offer offer = shown.offer(standing, orgId, Action.REQUEST);
        choice.decide(Act.REQUEST, "request", orgId);
        choice.ask(offer);
        return requested(offer.alias(), offer.domain());
    }

    private Chosen requested(String alias, String domain) {
        return new Chosen(Outcome.REQUESTED, orgId, alias, domain);
    }

    /** Nobody waits for others because of what was only posted: that is no offer. */
    private Standing standing() {
        if (shown.offers().contains(orgId)) {
            choice.waitForOtherJoins(List.of(orgId));
        }
        return choice.standing(orgId);
    }
}
