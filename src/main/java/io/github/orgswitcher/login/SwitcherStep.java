package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.membership.MembershipService;
import io.github.orgswitcher.membership.Occasion;
import java.util.List;
import org.keycloak.organization.utils.Organizations;

/** The one step behind both doors: decides, has the page drawn, and carries out what was posted. */
final class SwitcherStep {

    private final SwitcherLogin login;
    private final LoginContext context;

    SwitcherStep(LoginContext context) {
        this.context = context;
        this.login = SwitcherLogin.of(context);
    }

    /** Decides, and where no page is needed goes on. */
    Result begin() {
        if (login.notes().isDone()) {
            return new Result.Done();
        }
        if (!Organizations.isEnabled(context.session())) {
            return new Result.Left();
        }
        try {
            return decided(joinedAutomatically(login.standing()));
        } catch (LoginLeftAloneException e) {
            return login.leave();
        }
    }

    private Result decided(Standing standing) {
        Decision decision = Decision.of(login.signIn(), standing, login.settings());
        if (decision instanceof Decision.Ask ask) {
            Decision otherwise = Decision.of(login.signIn().afterCancel(), standing, login.settings());
            return new Result.Page(
                    () -> new PageDrawer(login).draw(standing.first(ask.hint()), SwitcherForm.EMPTY),
                    !(otherwise instanceof Decision.Ask));
        }
        if (decision instanceof Decision.InteractionRequired) {
            login.outcomes().interactionRequired();
            return new Result.Interaction();
        }
        if (decision instanceof Decision.Proceed proceed) {
            proceed(proceed, standing);
        }
        login.notes().done();
        return new Result.Done();
    }

    /** Where a membership cannot be made at this moment, the login goes on, and the organization is an offer. */
    private Standing joinedAutomatically(Standing standing) {
        if (!(Decision.of(login.signIn(), standing, login.settings()) instanceof Decision.JoinFirst first)) {
            return standing;
        }
        MembershipService service = login.service(List.of());
        for (String orgId : first.orgIds()) {
            try {
                service.joinAutomatically(orgId).ifPresent(login::tell);
            } catch (ChoiceRefusedException refused) {
                SwitcherEvents.refused(context.event(), refused);
                login.outcomes().refused();
            }
        }
        return login.standing().notJoined();
    }

    private void proceed(Decision.Proceed proceed, Standing standing) {
        Choice choice = proceed.choice();
        if (choice == null || proceed.forThisLogin()) {
            login.active().use(choice);
        } else {
            login.active().remember(choice);
        }
        boolean changed = choice != null && !choice.equals(standing.choice());
        String orgId = choice == null ? null : choice.orgId();
        if (changed && orgId != null) {
            context.event().detail(SwitcherEvents.ORGANIZATION, orgId);
        }
        login.outcomes().proceeded(orgId);
    }

    /**
     * Hands the session's organization to its next client, before Keycloak's own step asks. What else there is to be chosen,
     * the required action asks.
     *
     * @return false where the login is not the switcher's business, or nobody would ask
     */
    boolean carry() {
        Occasion occasion = login.occasion();
        Choice choice = occasion.choice();
        boolean holds =
                choice != null && (choice.orgId() == null || login.reader().isMember(context.user(), choice.orgId()));
        if (!occasion.stands(context.session())
                || !(holds || Occasion.isActionEnabled(context.authSession().getRealm()))) {
            return false;
        }
        // A scope that names organizations says all by itself, but makes nothing of a choice of none.
        boolean counts = holds
                && choice != null
                && (choice.orgId() == null || !login.active().isNamedByScope());
        login.active().use(counts ? choice : null);
        return true;
    }

    /** Carries out what was posted. */
    Result submit() {
        if (!login.occasion().stands(context.session())) {
            return login.leave();
        }
        return new Submission(login).carryOut();
    }
}
