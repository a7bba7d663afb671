package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.membership.MembershipService;
import io.github.orgswitcher.membership.Occasion;
import io.github.orgswitcher.membership.StandingReader;
import io.github.orgswitcher.settings.SwitcherConfig;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.organization.utils.Organizations;

/** The one step behind both doors: decides, has the page drawn, and carries out what was posted. */
final class SwitcherStep {

    private final LoginContext login;
    private final SwitcherConfig config;
    private final StandingReader reader;
    private final SwitcherNotes notes;
    private final ActiveOrganization active;
    private final SignIn signIn;
    private final Outcomes outcomes;
    private final PageDrawer drawer;

    SwitcherStep(LoginContext login) {
        this.login = login;
        this.config = SwitcherConfig.of(login.session().getContext().getRealm());
        this.reader = new StandingReader(login.session());
        this.notes = new SwitcherNotes(login.authSession());
        this.active = ActiveOrganization.of(login.session(), login.authSession());
        SignIn asked = ApplicationRequest.of(login.authSession())
                .signIn(login.session(), new SignInKindReader(login.session(), login.authSession()).read());
        this.signIn = notes.isCancelled() ? asked.afterCancel() : asked;
        this.outcomes = new Outcomes(login, signIn.kind());
        this.drawer = new PageDrawer(login, signIn, reader, config.settings(), outcomes);
    }

    /** What comes of a step. */
    sealed interface Result {

        /** The login goes on. */
        record Done() implements Result {}

        /** The login goes on as if the switcher were not there. */
        record Left() implements Result {}

        /**
         * The page is to be shown; it is drawn when it is asked for.
         *
         * @param cancellable whether the login could go on without it
         */
        record Page(Supplier<Response> response, boolean cancellable) implements Result {}

        /** A choice is due and no page may be shown. */
        record Interaction() implements Result {}
    }

    /** Decides, and where no page is needed goes on. */
    Result begin() {
        if (notes.isDone()) {
            return new Result.Done();
        }
        if (!Organizations.isEnabled(login.session())) {
            return new Result.Left();
        }
        try {
            return decided(joinedAutomatically(standing()));
        } catch (LoginLeftAloneException e) {
            return left();
        }
    }

    private Result decided(Standing standing) {
        Decision decision = Decision.of(signIn, standing, config.settings());
        if (decision instanceof Decision.Ask ask) {
            Decision otherwise = Decision.of(signIn.afterCancel(), standing, config.settings());
            return new Result.Page(
                    () -> drawer.draw(standing.first(ask.hint()), SwitcherForm.EMPTY),
                    !(otherwise instanceof Decision.Ask));
        }
        if (decision instanceof Decision.InteractionRequired) {
            outcomes.interactionRequired();
            return new Result.Interaction();
        }
        if (decision instanceof Decision.Proceed proceed) {
            proceed(proceed, standing);
        }
        notes.done();
        return new Result.Done();
    }

    /** Where a membership cannot be made at this moment, the login goes on, and the organization is an offer. */
    private Standing joinedAutomatically(Standing standing) {
        if (!(Decision.of(signIn, standing, config.settings()) instanceof Decision.JoinFirst first)) {
            return standing;
        }
        MembershipService service = service(List.of());
        for (String orgId : first.orgIds()) {
            try {
                service.joinAutomatically(orgId).ifPresent(this::tell);
            } catch (ChoiceRefusedException refused) {
                SwitcherEvents.refused(login.event(), refused);
                outcomes.refused();
            }
        }
        return standing().notJoined();
    }

    private void proceed(Decision.Proceed proceed, Standing standing) {
        Choice choice = proceed.choice();
        if (choice == null || proceed.forThisLogin()) {
            active.use(choice);
        } else {
            active.remember(choice);
        }
        boolean changed = choice != null && !choice.equals(standing.choice());
        String orgId = choice == null ? null : choice.orgId();
        if (changed && orgId != null) {
            login.event().detail(SwitcherEvents.ORGANIZATION, orgId);
        }
        outcomes.proceeded(orgId);
    }

    /**
     * Hands the session's organization to its next client, before Keycloak's own step asks. What else there is to be chosen,
     * the required action asks.
     *
     * @return false where the login is not the switcher's business, or nobody would ask
     */
    boolean carry() {
        Occasion occasion = occasion();
        Choice choice = occasion.choice();
        boolean holds = choice != null && (choice.orgId() == null || reader.isMember(login.user(), choice.orgId()));
        if (!occasion.stands(login.session())
                || !(holds || Occasion.isActionEnabled(login.authSession().getRealm()))) {
            return false;
        }
        active.use(holds && !active.isNamedByScope() ? choice : null);
        return true;
    }

    /** Carries out what was posted. */
    Result submit() {
        if (!occasion().stands(login.session())) {
            return left();
        }
        SwitcherForm form = SwitcherForm.of(login.request().getDecodedFormParameters());
        try {
            return switch (form.button()) {
                case NONE ->
                    throw new ChoiceRefusedException("continue", "orgSwitcherErrorNoChoice", "org_switcher_no_choice");
                case FIND -> page(() -> drawer.draw(standing(), form));
                case VERIFY -> verify();
                case REQUEST -> request(form);
                default -> done(choose(form));
            };
        } catch (ChoiceRefusedException refused) {
            SwitcherEvents.refused(login.event(), refused);
            outcomes.refused();
            FormMessage message = new FormMessage(refused.field(), refused.messageKey(), refused.parameters());
            return page(() -> drawer.draw(standing(), form, shown -> shown.addError(message)));
        } catch (LoginLeftAloneException e) {
            return left();
        }
    }

    private Chosen choose(SwitcherForm form) {
        MembershipService service = service(notes.shown());
        return switch (form.button()) {
            case CONTINUE -> service.goOnWith(form.value());
            case JOIN -> service.join(form.value());
            case CREATE -> service.create(form.name(), form.allowColleagues());
            default -> service.skip();
        };
    }

    private MembershipService service(List<String> shown) {
        return new MembershipService(login.session(), login.user(), occasion(), shown);
    }

    private Occasion occasion() {
        return new Occasion(signIn, active.choice(login.user()), login.action());
    }

    /** The page stays, and says that somebody has been asked. */
    private Result request(SwitcherForm form) {
        Chosen chosen = service(notes.shown()).request(form.value());
        if (chosen.outcome() != Outcome.REQUESTED) {
            return done(chosen);
        }
        tell(chosen);
        return page(() -> drawer.draw(standing(), form, shown -> shown.setSuccess("orgSwitcherRequestSent")));
    }

    /** What happens beside the one outcome of a login. */
    private void tell(Chosen chosen) {
        SwitcherEvents.beside(login.event(), chosen);
        outcomes.chosen(chosen);
    }

    private Result done(Chosen chosen) {
        active.remember(chosen.choice());
        SwitcherEvents.chosen(login, chosen);
        outcomes.chosen(chosen);
        notes.done();
        return new Result.Done();
    }

    private Result left() {
        notes.done();
        return new Result.Left();
    }

    /** A page in answer to what was posted: how it came to be shown is settled. */
    private static Result page(Supplier<Response> response) {
        return new Result.Page(response, true);
    }

    /** Leaves the page to Keycloak's own action; when that is through, the switcher asks again. */
    private Result verify() {
        if (!reader.verifiable(login.user())) {
            throw new ChoiceRefusedException(
                    "verify", "orgSwitcherErrorVerifyUnavailable", "org_switcher_verify_unavailable");
        }
        login.authSession().addRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        notes.verifying();
        return new Result.Done();
    }

    private Standing standing() {
        return reader.read(login.user(), signIn.kind(), active.choice(login.user()));
    }
}
