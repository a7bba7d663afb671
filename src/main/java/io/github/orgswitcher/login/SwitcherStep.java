package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Decision;
import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.membership.MembershipService;
import io.github.orgswitcher.membership.StandingReader;
import io.github.orgswitcher.settings.SwitcherConfig;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.organization.utils.Organizations;

/** The one step behind both doors: decides, draws the page, and carries out what was posted. */
final class SwitcherStep {

    private static final String TEMPLATE = "org-switcher.ftl";
    private static final String PAGE = "orgSwitcher";

    private final LoginContext login;
    private final RealmModel realm;
    private final SwitcherConfig config;
    private final StandingReader reader;
    private final SwitcherNotes notes;
    private final SignIn signIn;
    private final Outcomes outcomes;

    SwitcherStep(LoginContext login) {
        this.login = login;
        this.realm = login.session().getContext().getRealm();
        this.config = SwitcherConfig.of(realm);
        this.reader = new StandingReader(login.session());
        this.notes = new SwitcherNotes(login.authSession());
        this.signIn = ApplicationRequest.of(login.authSession())
                .signIn(login.session(), new SignInKindReader(login.session(), login.authSession()).read());
        this.outcomes = new Outcomes(login, signIn.kind());
    }

    /** What comes of a step. */
    sealed interface Result {

        /** The login goes on. */
        record Done() implements Result {}

        /** The page is to be shown; it is drawn when it is asked for. */
        record Page(Supplier<Response> response) implements Result {}

        /** A choice is due and no page may be shown. */
        record Interaction() implements Result {}
    }

    /** Decides, and where no page is needed goes on. */
    Result begin() {
        if (notes.isDone() || !Organizations.isEnabled(login.session())) {
            return new Result.Done();
        }
        Standing standing = joinedAutomatically(standing());
        Decision decision = Decision.of(signIn, standing, config.settings());
        if (decision instanceof Decision.Ask ask) {
            return new Result.Page(
                    () -> page(standing.first(ask.hint()), SwitcherForm.EMPTY).createForm(TEMPLATE));
        }
        if (decision instanceof Decision.InteractionRequired) {
            outcomes.interactionRequired();
            return new Result.Interaction();
        }
        if (decision instanceof Decision.Proceed proceed) {
            proceed(proceed.orgId(), standing);
            outcomes.proceeded(proceed.orgId());
        }
        notes.done();
        return new Result.Done();
    }

    /** Where a membership cannot be made at this moment, the login goes on, and the organization is an offer. */
    private Standing joinedAutomatically(Standing standing) {
        if (!(Decision.of(signIn, standing, config.settings()) instanceof Decision.JoinFirst first)) {
            return standing;
        }
        MembershipService service = new MembershipService(login.session(), login.user(), signIn.kind(), List.of());
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

    /** An organization becomes the session's; going on with none answers nothing for the session's next client. */
    private void proceed(@Nullable String orgId, Standing standing) {
        if (orgId == null) {
            ActiveOrganization.use(login.authSession(), null);
            return;
        }
        Choice choice = new Choice(orgId);
        ActiveOrganization.remember(login.authSession(), choice);
        if (!choice.equals(standing.choice())) {
            login.event().detail(SwitcherEvents.ORGANIZATION, orgId);
        }
    }

    /** Carries out what was posted. */
    Result submit() {
        SwitcherForm form = SwitcherForm.of(login.request().getDecodedFormParameters());
        try {
            return switch (form.button()) {
                case NONE ->
                    throw new ChoiceRefusedException("continue", "orgSwitcherErrorNoChoice", "org_switcher_no_choice");
                case FIND -> new Result.Page(() -> page(standing(), form).createForm(TEMPLATE));
                case VERIFY -> verify();
                case REQUEST -> request(form);
                default -> done(choose(form));
            };
        } catch (ChoiceRefusedException refused) {
            SwitcherEvents.refused(login.event(), refused);
            outcomes.refused();
            FormMessage message = new FormMessage(refused.field(), refused.messageKey(), refused.parameters());
            return new Result.Page(
                    () -> page(standing(), form).addError(message).createForm(TEMPLATE));
        }
    }

    private Chosen choose(SwitcherForm form) {
        MembershipService service = service();
        return switch (form.button()) {
            case CONTINUE -> service.goOnWith(form.value());
            case JOIN -> service.join(form.value());
            case CREATE -> service.create(form.name(), form.allowColleagues());
            default -> service.skip();
        };
    }

    private MembershipService service() {
        return new MembershipService(login.session(), login.user(), signIn.kind(), notes.shown());
    }

    /** The page stays, and says that somebody has been asked. */
    private Result request(SwitcherForm form) {
        Chosen chosen = service().request(form.value());
        if (chosen.outcome() != Outcome.REQUESTED) {
            return done(chosen);
        }
        tell(chosen);
        return new Result.Page(() ->
                page(standing(), form).setSuccess("orgSwitcherRequestSent").createForm(TEMPLATE));
    }

    /** What happens beside the one outcome of a login. */
    private void tell(Chosen chosen) {
        SwitcherEvents.beside(login.event(), chosen);
        outcomes.chosen(chosen);
    }

    private Result done(Chosen chosen) {
        ActiveOrganization.remember(login.authSession(), chosen.choice());
        SwitcherEvents.chosen(login, chosen);
        outcomes.chosen(chosen);
        notes.done();
        return new Result.Done();
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
        return reader.read(
                login.user(), signIn.kind(), ActiveOrganization.choice(login.session(), login.authSession()));
    }

    private LoginFormsProvider page(Standing standing, SwitcherForm form) {
        if (!notes.isShown()) {
            outcomes.asked();
        }
        notes.show(standing.offers());
        SwitcherPage.Person person = new SwitcherPage.Person(
                Optional.ofNullable(login.user().getEmail()).orElseGet(login.user()::getUsername),
                reader.colleaguesDomain(login.user()).map(EmailDomain::name).orElse(null),
                reader.verifiable(login.user()),
                !config.settings().membershipRequired());
        return login.form().get().setAttribute(PAGE, new SwitcherPage(person, standing, form));
    }
}
