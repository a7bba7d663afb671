package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Offer;
import io.github.orgswitcher.decision.Offer.Action;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page has shown to a person. All else does not exist for them, and what of it is not chosen counts as dismissed.
 *
 * @param offers ids of the organizations to join, or to ask
 * @param more whether there were more offers than the page shows, which count as seen, too
 * @param invitations ids of the invitations, each with that of its organization
 */
public record Shown(List<String> offers, boolean more, Map<String, String> invitations) {

    /** No page. */
    public static final Shown NOTHING = new Shown(List.of(), false, Map.of());

    /** Copies both. */
    public Shown {
        offers = List.copyOf(offers);
        invitations = Map.copyOf(invitations);
    }

    /**
     * An offer that was shown, as it is now.
     *
     * @param standing how the person stands to the organization now
     * @param orgId what was posted
     * @throws ChoiceRefusedException where there is none, with why if it was shown: all else does not exist
     */
    Offer offer(Standing standing, String orgId, Action action) {
        String field = action.name().toLowerCase(Locale.ROOT);
        if (!offers.contains(orgId)) {
            throw ChoiceRefusedException.of(Verdict.DISABLED, field);
        }
        return standing.offer(orgId, action)
                .orElseThrow(() -> ChoiceRefusedException.of(
                        standing.candidate(orgId).map(Candidate::verdict).orElse(Verdict.DISABLED), field));
    }

    /** The refusal of what a person wants of an organization, which names one that was shown. */
    ChoiceRefusedException named(ChoiceRefusedException refused, @Nullable String orgId) {
        return orgId != null && (offers.contains(orgId) || invitations.containsValue(orgId))
                ? refused.about(orgId)
                : refused;
    }
}
