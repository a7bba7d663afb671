package io.github.orgswitcher.login;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.limits.VerificationMails;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.membership.MembershipService;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/** What was posted on the page, once. */
final class Submission {

    private final SwitcherLogin login;
    private final LoginContext context;
    private final PageDrawer drawer;
    private final SwitcherForm form;

    Submission(SwitcherLogin login) {
        this.login = login;
        this.context = login.context();
        this.drawer = new PageDrawer(login);
        this.form = SwitcherForm.of(context.request().getDecodedFormParameters());
    }

    Result carryOut() {
        try {
            return switch (form.button()) {
                case NONE ->
                    throw new ChoiceRefusedException("continue", "orgSwitcherErrorNoChoice", "org_switcher_no_choice");
                case FIND -> page(() -> drawer.draw(login.listsNow(form.search()), form));
                case VERIFY -> verify();
                case REQUEST -> staying(service().request(form.value()), "orgSwitcherRequestSent");
                case DECLINE -> staying(service().decline(form.value()), "orgSwitcherInvitationDeclined");
                case CONTINUE -> done(service().goOnWith(form.value()));
                case ACCEPT -> done(service().accept(form.value()));
                case JOIN -> done(service().join(form.value()));
                case CREATE -> done(service().create(form.name(), form.allowColleagues()));
                case SKIP -> done(service().skip());
            };
        } catch (ChoiceRefusedException refused) {
            SwitcherEvents.refused(context.event(), refused);
            login.outcomes().refused();
            return page(() -> drawer.draw(login.listsNow(form.search()), form, refused));
        } catch (LoginLeftAloneException e) {
            return login.leave();
        }
    }

    private MembershipService service() {
        return login.service(login.notes().shown());
    }

    /** The page stays, and says what was done; not for who turns out to be a member. */
    private Result staying(Chosen chosen, String messageKey) {
        if (chosen.outcome() == Outcome.CONTINUED) {
            return done(chosen);
        }
        login.tell(chosen);
        return page(() -> drawer.draw(login.listsNow(form.search()), form, page -> page.setSuccess(messageKey)));
    }

    /** All that follows from it is left to a request that can see it. */
    private Result done(Chosen chosen) {
        login.tell(chosen);
        new ChosenNotes(context.authSession()).keep(chosen);
        login.notes().done();
        return new Result.Again(true);
    }

    /** A page in answer to what was posted: how it came to be shown is settled. */
    private static Result page(Supplier<Response> response) {
        return new Result.Page(response, true);
    }

    /** Leaves the page to Keycloak's own action; when that is through, the switcher asks again. */
    private Result verify() {
        if (!login.reader().ownAddress().isVerifiable(context.user())) {
            throw unverifiable();
        }
        if (!EmailAddress.onRecord(context.user().getEmail())
                .filter(new VerificationMails(
                        context.session(), context.session().getContext().getRealm())::take)
                .isPresent()) {
            throw new ChoiceRefusedException("verify", "orgSwitcherErrorVerifyTooMany", "org_switcher_verify_too_many");
        }
        try {
            // Keycloak's action does nothing where a mark is left that came with another address.
            context.user().setEmailVerified(false);
        } catch (ReadOnlyException e) {
            throw unverifiable();
        }
        context.authSession().addRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        login.notes().verifying();
        return new Result.Done();
    }

    private static ChoiceRefusedException unverifiable() {
        return new ChoiceRefusedException(
                "verify", "orgSwitcherErrorVerifyUnavailable", "org_switcher_verify_unavailable");
    }
}
