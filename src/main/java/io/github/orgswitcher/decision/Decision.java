package io.github.orgswitcher.decision;

import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.Standing.Membership;
import io.github.orgswitcher.decision.Standing.Offer;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a login needs of the switcher. A pure function of facts; nothing else decides. */
public sealed interface Decision {

    /** The login is none of the switcher's business: Keycloak goes on as if it were not there. */
    record LeaveAlone() implements Decision {}

    /**
     * The person is joined to organizations with no question, and then it is decided anew.
     *
     * @param orgIds the organizations
     */
    record JoinFirst(List<String> orgIds) implements Decision {}

    /**
     * The login goes on with no page.
     *
     * @param orgId the active organization; null for none
     */
    record Proceed(@Nullable String orgId) implements Decision {}

    /**
     * The page is shown.
     *
     * @param hint id of the organization that the application asks for and that stands first; null for none
     */
    record Ask(@Nullable String hint) implements Decision {}

    /** A choice is due and no page may be shown: {@code interaction_required}. */
    record InteractionRequired() implements Decision {}

    /**
     * Decides.
     *
     * @param signIn what the login and the application say
     * @param standing how the person stands to the organizations
     * @param settings what the admin has set
     * @return what to do
     */
    static Decision of(SignIn signIn, Standing standing, SwitcherSettings settings) {
        boolean action = signIn.request() == Request.ACTION;
        if (!action && !concerns(signIn, standing, settings)) {
            return new LeaveAlone();
        }
        List<String> automatic = standing.automatic();
        if (!automatic.isEmpty()) {
            return new JoinFirst(automatic);
        }
        Optional<Membership> hinted = standing.memberships().stream()
                .filter(membership -> membership.alias().equals(signIn.hint()))
                .findFirst();
        if (hinted.isPresent() && signIn.request() != Request.SELECT) {
            return new Proceed(hinted.get().orgId());
        }
        String hint = standing.offers().stream()
                .filter(offer -> offer.alias().equals(signIn.hint()))
                .map(Offer::orgId)
                .findFirst()
                .orElseGet(() -> hinted.map(Membership::orgId).orElse(null));
        boolean requested = action || signIn.request() == Request.SELECT || hint != null;
        if (signIn.silent()) {
            return action || choiceIsDue(signIn, standing, settings) ? new InteractionRequired() : proceed(standing);
        }
        return requested || pageIsDue(signIn, standing, settings) ? new Ask(hint) : proceed(standing);
    }

    private static boolean concerns(SignIn signIn, Standing standing, SwitcherSettings settings) {
        return !settings.excludedClients().contains(signIn.clientId())
                && (settings.intercept().contains(signIn.kind()) || standing.choice() != null);
    }

    private static boolean pageIsDue(SignIn signIn, Standing standing, SwitcherSettings settings) {
        return choiceIsDue(signIn, standing, settings)
                || (settings.show() == Show.ALWAYS && !standing.answered())
                || standing.offers().stream().anyMatch(offer -> !offer.dismissed())
                || (!standing.skipped() && (standing.offersHidden() || mayCreateFirst(standing)));
    }

    /** Whether the login cannot go on well without an answer, as opposed to having something to suggest. */
    private static boolean choiceIsDue(SignIn signIn, Standing standing, SwitcherSettings settings) {
        if (standing.memberships().isEmpty()) {
            return settings.membershipRequired();
        }
        return standing.memberships().size() > 1
                && signIn.request() != Request.ALL_ORGANIZATIONS
                && standing.active().isEmpty()
                && (!standing.answered() || settings.membershipRequired());
    }

    private static boolean mayCreateFirst(Standing standing) {
        return standing.memberships().isEmpty() && standing.mayCreate();
    }

    private static Proceed proceed(Standing standing) {
        return new Proceed(standing.active()
                .or(() -> standing.memberships().size() == 1
                        ? Optional.of(standing.memberships().get(0))
                        : Optional.empty())
                .map(Membership::orgId)
                .orElse(null));
    }
}
