package io.github.orgswitcher.decision;

import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a login needs of the switcher. A pure function of facts; nothing else decides. */
public sealed interface Decision {

    /** The kinds of decisions, to be told apart where every kind needs an answer. */
    enum Kind {
        /** {@link Decision.LeaveAlone}. */
        LEAVE_ALONE,
        /** {@link Decision.JoinFirst}. */
        JOIN_FIRST,
        /** {@link Decision.Proceed}. */
        PROCEED,
        /** {@link Decision.Ask}. */
        ASK,
        /** {@link Decision.InteractionRequired}. */
        INTERACTION_REQUIRED
    }

    /**
     * Of which kind it is.
     *
     * @return the kind
     */
    Kind kind();

    /** The login is none of the switcher's business: Keycloak goes on as if it were not there. */
    record LeaveAlone() implements Decision {

        @Override
        public Kind kind() {
            return Kind.LEAVE_ALONE;
        }
    }

    /**
     * The person is joined to organizations with no question, and then it is decided anew.
     *
     * @param orgIds the organizations
     */
    record JoinFirst(List<String> orgIds) implements Decision {

        /** All of them are joined in one transaction, which others wait for. */
        static final int MOST = 20;

        @Override
        public Kind kind() {
            return Kind.JOIN_FIRST;
        }
    }

    /**
     * The login goes on with no page.
     *
     * @param choice what it goes on with; null where nothing was chosen, so that the requested scope alone says
     * @param forThisLogin whether the session keeps what it had: a scope is a wish for one login, and nobody sees one with
     *     {@code prompt=none}
     */
    record Proceed(@Nullable Choice choice, boolean forThisLogin) implements Decision {

        @Override
        public Kind kind() {
            return Kind.PROCEED;
        }
    }

    /**
     * The page is shown.
     *
     * @param hint id of the organization that the application asks for and that stands first; null for none
     */
    record Ask(@Nullable String hint) implements Decision {

        @Override
        public Kind kind() {
            return Kind.ASK;
        }
    }

    /** A choice is due and no page may be shown: {@code interaction_required}. */
    record InteractionRequired() implements Decision {

        @Override
        public Kind kind() {
            return Kind.INTERACTION_REQUIRED;
        }
    }

    /**
     * Decides.
     *
     * @param signIn what the login and the application say
     * @param standing how the person stands to the organizations
     * @param settings what the admin has set
     * @return what to do
     */
    static Decision of(SignIn signIn, Standing standing, SwitcherSettings settings) {
        if (signIn.request() == Request.INVITATION && standing.acceptable().isEmpty()) {
            return of(signIn.with(Request.NONE), standing, settings);
        }
        if (!concerns(signIn, standing.choice(), settings) || standing.hopeless()) {
            return new LeaveAlone();
        }
        List<String> automatic = standing.automatic().orgIds();
        if (!automatic.isEmpty()) {
            return new JoinFirst(automatic.stream().limit(JoinFirst.MOST).toList());
        }
        boolean action = signIn.request() == Request.ACTION;
        if (action && signIn.silent()) {
            return new InteractionRequired();
        }
        Optional<OrganizationRef> hinted = standing.memberships().stream()
                .filter(membership -> membership.alias().equals(signIn.hint()))
                .findFirst();
        if (hinted.isPresent() && (!signIn.wantsPage() || signIn.cancelled())) {
            return new Proceed(new Choice(hinted.get().id()), !action);
        }
        String hint = Stream.concat(
                        standing.acceptable().stream().map(Invitation::organization),
                        standing.offers().stream().map(Offer::organization))
                .filter(open -> open.alias().equals(signIn.hint()))
                .map(OrganizationRef::id)
                .findFirst()
                .orElseGet(() -> hinted.map(OrganizationRef::id).orElse(null));
        if (pageIsDue(signIn, hint, standing, settings)) {
            return signIn.silent() ? new InteractionRequired() : new Ask(hint);
        }
        return proceed(signIn, standing, settings);
    }

    /**
     * Whether a login is the switcher's business at all.
     *
     * @param signIn what the login and the application say
     * @param choice what was chosen before in the session; null where nothing was
     * @param settings what the admin has set
     * @return whether it is
     */
    static boolean concerns(SignIn signIn, @Nullable Choice choice, SwitcherSettings settings) {
        return signIn.request() == Request.ACTION
                || signIn.request() == Request.INVITATION
                || (!settings.excludedClients().contains(signIn.clientId())
                        && (settings.intercept().contains(signIn.kind()) || choice != null));
    }

    private static boolean pageIsDue(
            SignIn signIn, @Nullable String hint, Standing standing, SwitcherSettings settings) {
        boolean due = choiceIsDue(signIn, standing, settings);
        if (signIn.silent()) {
            return due;
        }
        if (signIn.cancelled()) {
            return due && settings.membershipRequired();
        }
        return due || signIn.request() != Request.NONE || hint != null || pageIsOfUse(standing, settings);
    }

    /** Whether the login cannot go on well without an answer, as opposed to having something to suggest. */
    private static boolean choiceIsDue(SignIn signIn, Standing standing, SwitcherSettings settings) {
        if (standing.memberships().isEmpty()) {
            return settings.membershipRequired();
        }
        return standing.memberships().size() > 1
                && !signIn.several()
                && standing.active().isEmpty()
                && (!standing.answered() || settings.membershipRequired());
    }

    private static boolean pageIsOfUse(Standing standing, SwitcherSettings settings) {
        return (settings.show() == Show.ALWAYS && !standing.answered())
                || standing.offers().stream().anyMatch(offer -> !offer.dismissed())
                || standing.acceptable().stream().anyMatch(invitation -> !invitation.dismissed())
                || standing.untold()
                || (!standing.skipped() && (standing.offersHidden() || mayCreateFirst(standing)));
    }

    private static boolean mayCreateFirst(Standing standing) {
        return standing.memberships().isEmpty() && standing.mayCreate();
    }

    /**
     * A scope that names organizations carries no other, and one that names what the person does not belong to carries none:
     * said as a choice, or its tokens would take what is chosen elsewhere at their next refresh. Whoever has gone on with none
     * goes on with none.
     */
    private static Proceed proceed(SignIn signIn, Standing standing, SwitcherSettings settings) {
        boolean none = standing.answered() && standing.active().isEmpty() && !settings.membershipRequired();
        if (signIn.hint() != null && signIn.request() != Request.ACTION) {
            return new Proceed(new Choice(null), true);
        }
        if (signIn.several() || signIn.hint() != null) {
            return new Proceed(none ? standing.choice() : null, true);
        }
        return new Proceed(none ? standing.choice() : activeOrOnly(standing), signIn.silent());
    }

    private static @Nullable Choice activeOrOnly(Standing standing) {
        return standing.active()
                .or(() -> standing.memberships().size() == 1
                        ? Optional.of(standing.memberships().get(0))
                        : Optional.empty())
                .map(membership -> new Choice(membership.id()))
                .orElse(null);
    }
}
