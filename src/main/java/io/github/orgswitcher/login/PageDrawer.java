package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.platform.flow.OtherAccount;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.UnaryOperator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** Draws the page, and notes what it shows. */
final class PageDrawer {

    private final SwitcherLogin login;

    PageDrawer(SwitcherLogin login) {
        this.login = login;
    }

    /** Draws it as it is before anything was posted, or where what was posted is lost. */
    Response draw(PageLists lists) {
        return login.notes().isPressLost()
                ? draw(lists, SwitcherForm.EMPTY, LostPress.refusal())
                : draw(lists, SwitcherForm.EMPTY);
    }

    Response draw(PageLists lists, SwitcherForm form) {
        return draw(lists, form, UnaryOperator.identity());
    }

    /** Draws it with what was typed, and why it was refused. */
    Response draw(PageLists lists, SwitcherForm form, ChoiceRefusedException refused) {
        FormMessage message = PageLanguage.of(
                        login.context().session(), login.context().user())
                .refusal(refused);
        return draw(lists, form, page -> page.addError(message));
    }

    /** Draws it with a message. */
    Response draw(PageLists lists, SwitcherForm form, UnaryOperator<LoginFormsProvider> message) {
        if (!login.notes().isShown()) {
            login.outcomes().asked();
        }
        List<Denial> denials = new Tidings(
                        login.context().session(), login.context().user().getId(), login.notes())
                .tell(lists.standing());
        login.notes().show(lists.offers(), lists.standing().acceptable());
        LoginFormsProvider shown = new PageContent(
                        login.context().session(),
                        login.context().user(),
                        login.reader().ownAddress(),
                        login.signIn(),
                        !login.settings().membershipRequired())
                .addTo(login.context().form().get(), lists, denials, form.typed());
        shown.setAttribute(
                WaysOut.NAME, WaysOut.of(login.context(), lists.standing().active()));
        new OtherAccount(login.context().authSession()).askFor();
        return message.apply(shown).createForm(PageContent.TEMPLATE);
    }
}
