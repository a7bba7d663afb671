package io.github.orgswitcher.membership;

import java.util.List;
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

    /** The refusal of what a person wants of an organization, which names one that was shown. */
    ChoiceRefusedException named(ChoiceRefusedException refused, @Nullable String orgId) {
        return orgId != null && (offers.contains(orgId) || invitations.containsValue(orgId))
                ? refused.about(orgId)
                : refused;
    }
}
