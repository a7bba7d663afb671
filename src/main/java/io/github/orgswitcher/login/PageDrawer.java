package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.decision.SwitcherSettings;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.membership.StandingReader;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keycloak.forms.login.LoginFormsProvider;

/** Draws the page, and notes what it shows. */
final class PageDrawer {

    private static final String TEMPLATE = "org-switcher.ftl";
    private static final String PAGE = "orgSwitcher";

    private final LoginContext login;
    private final SignIn signIn;
    private final StandingReader reader;
    private final SwitcherSettings settings;
    private final Outcomes outcomes;

    PageDrawer(LoginContext login, SignIn signIn, StandingReader reader, SwitcherSettings settings, Outcomes outcomes) {
        this.login = login;
        this.signIn = signIn;
        this.reader = reader;
        this.settings = settings;
        this.outcomes = outcomes;
    }

    Response draw(Standing standing, SwitcherForm form) {
        return draw(standing, form, UnaryOperator.identity());
    }

    /** Draws it with a message. */
    Response draw(Standing standing, SwitcherForm form, UnaryOperator<LoginFormsProvider> message) {
        SwitcherNotes notes = new SwitcherNotes(login.authSession());
        if (!notes.isShown()) {
            outcomes.asked();
        }
        notes.show(standing.offers());
        SwitcherPage.Person person = new SwitcherPage.Person(
                Optional.ofNullable(login.user().getEmail()).orElseGet(login.user()::getUsername),
                reader.colleaguesDomain(login.user()).map(EmailDomain::name).orElse(null),
                reader.verifiable(login.user()),
                !settings.membershipRequired());
        SwitcherPage page = new SwitcherPage(person, standing, form, AskedFor.of(signIn, standing));
        return message.apply(login.form().get().setAttribute(PAGE, page)).createForm(TEMPLATE);
    }
}
