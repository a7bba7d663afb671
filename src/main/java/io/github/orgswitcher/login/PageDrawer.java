package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** Draws the page, and notes what it shows. */
final class PageDrawer {

    private static final String TEMPLATE = "org-switcher.ftl";
    private static final String PAGE = "orgSwitcher";
    private static final String ACCOUNT = "orgSwitcherAccountUrl";

    private final SwitcherLogin login;

    PageDrawer(SwitcherLogin login) {
        this.login = login;
    }

    /** Draws it as it is before anything was posted, or where what was posted is lost. */
    Response draw(Standing standing) {
        return login.notes().isPressLost()
                ? draw(standing, SwitcherForm.EMPTY, LostPress.refusal())
                : draw(standing, SwitcherForm.EMPTY);
    }

    Response draw(Standing standing, SwitcherForm form) {
        return draw(standing, form, UnaryOperator.identity());
    }

    /** Draws it with what was typed, and why it was refused. */
    Response draw(Standing standing, SwitcherForm form, ChoiceRefusedException refused) {
        FormMessage message = new FormMessage(refused.field(), refused.messageKey(), refused.parameters());
        return draw(standing, form, shown -> shown.addError(message));
    }

    /** Draws it with a message. */
    Response draw(Standing standing, SwitcherForm form, UnaryOperator<LoginFormsProvider> message) {
        if (!login.notes().isShown()) {
            login.outcomes().asked();
        }
        login.notes().show(standing.offers(), standing.acceptable());
        UserModel user = login.context().user();
        SwitcherPage.Person person = new SwitcherPage.Person(
                Optional.ofNullable(user.getEmail()).orElseGet(user::getUsername),
                login.reader().colleaguesDomain(user).map(EmailDomain::name).orElse(null),
                login.reader().verifiable(user),
                !login.settings().membershipRequired());
        SwitcherPage page = new SwitcherPage(
                person,
                standing,
                form,
                AskedFor.of(login.signIn(), standing),
                login.context().session().getContext().resolveLocale(user));
        LoginFormsProvider shown = login.context().form().get().setAttribute(PAGE, page);
        AccountAddress.of(login.context().session()).ifPresent(address -> shown.setAttribute(ACCOUNT, address));
        return message.apply(shown).createForm(TEMPLATE);
    }
}
