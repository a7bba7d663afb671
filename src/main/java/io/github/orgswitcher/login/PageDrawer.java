package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.domain.EmailDomain;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;

/** Draws the page, and notes what it shows. */
final class PageDrawer {

    private static final String TEMPLATE = "org-switcher.ftl";
    private static final String PAGE = "orgSwitcher";

    private final SwitcherLogin login;

    PageDrawer(SwitcherLogin login) {
        this.login = login;
    }

    Response draw(Standing standing, SwitcherForm form) {
        return draw(standing, form, UnaryOperator.identity());
    }

    /** Draws it with a message. */
    Response draw(Standing standing, SwitcherForm form, UnaryOperator<LoginFormsProvider> message) {
        if (!login.notes().isShown()) {
            login.outcomes().asked();
        }
        login.notes().show(standing.offers());
        UserModel user = login.context().user();
        SwitcherPage.Person person = new SwitcherPage.Person(
                Optional.ofNullable(user.getEmail()).orElseGet(user::getUsername),
                login.reader().colleaguesDomain(user).map(EmailDomain::name).orElse(null),
                login.reader().verifiable(user),
                !login.settings().membershipRequired());
        SwitcherPage page = new SwitcherPage(person, standing, form, AskedFor.of(login.signIn(), standing));
        return message.apply(login.context().form().get().setAttribute(PAGE, page))
                .createForm(TEMPLATE);
    }
}
