package io.github.orgswitcher.login;

import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.membership.MembershipService;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

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
                case FIND -> page(() -> drawer.draw(login.listsNow(form.typed().search()), form));
                case VERIFY -> new AddressVerification(login).begin();
                case REQUEST -> staying(service().request(form.value()), "orgSwitcherRequestSent");
                case DECLINE -> staying(service().decline(form.value()), "orgSwitcherInvitationDeclined");
                case CONTINUE -> done(service().goOnWith(form.value()));
                case ACCEPT -> done(service().accept(form.value()));
                case JOIN -> done(service().join(form.value()));
                case CREATE ->
                    done(service().create(form.typed().name(), form.typed().allowColleagues()));
                case SKIP -> done(service().skip());
            };
        } catch (ChoiceRefusedException refused) {
            SwitcherEvents.refused(context.event(), refused);
            login.outcomes().refused();
            return page(() -> drawer.draw(login.listsNow(form.typed().search()), form, refused));
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
        return page(
                () -> drawer.draw(login.listsNow(form.typed().search()), form, page -> page.setSuccess(messageKey)));
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
}
