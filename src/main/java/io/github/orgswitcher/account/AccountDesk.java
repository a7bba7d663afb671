package io.github.orgswitcher.account;

import io.github.orgswitcher.account.AccountPage.Place;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.login.Logos;
import io.github.orgswitcher.login.PageLanguage;
import io.github.orgswitcher.login.SwitcherEvents;
import io.github.orgswitcher.login.Visit;
import io.github.orgswitcher.login.WaysOut;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.CreationLimit;
import io.github.orgswitcher.membership.OwnAddress;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.platform.account.ManageAddress;
import io.github.orgswitcher.platform.mail.LinkPage;
import io.github.orgswitcher.settings.SwitcherConfig;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** The page "Your organizations" behind both of its doors: carries out what was posted, and draws it. */
final class AccountDesk {

    private static final String TEMPLATE = "org-switcher-account.ftl";
    /** Keycloak's own page, which asks once more. */
    static final String LOGOUT = "protocol/openid-connect/logout";

    private static final String PAGE = "orgSwitcherAccount";

    private final Visit visit;
    private final LoginFormsProvider forms;
    private final @Nullable String action;
    private final @Nullable String token;

    /**
     * The page for one visit.
     *
     * @param forms makes the page
     * @param action where its form is posted; null within a login, which says so itself
     * @param token what shows that the form is this session's; null within a login, which has its own
     */
    AccountDesk(Visit visit, LoginFormsProvider forms, @Nullable String action, @Nullable String token) {
        this.visit = visit;
        this.forms = forms;
        this.action = action;
        this.token = token;
    }

    /**
     * Does what a button is for.
     *
     * @throws ChoiceRefusedException where a rule does not allow it
     */
    Chosen carryOut(AccountForm form) {
        OwnOrganizations organizations = new OwnOrganizations(visit);
        return switch (form.button()) {
            case CONTINUE -> organizations.goOnWith(form.value());
            case ACCEPT -> organizations.accept(form.value());
            case DECLINE -> organizations.decline(form.value());
            case JOIN -> organizations.join(form.value());
            case REQUEST -> organizations.request(form.value());
            case LEAVE -> organizations.leave(form.value());
            case WITHDRAW -> organizations.withdraw(form.value());
            case CREATE ->
                organizations.create(form.typed().name(), form.typed().allowColleagues());
            case DONE, FIND, NONE ->
                throw refused(
                        new ChoiceRefusedException("continue", "orgSwitcherErrorNoChoice", "org_switcher_no_choice"));
        };
    }

    /** Nothing was done: the form is not of this session's page. */
    Response forged(AccountForm form) {
        forms.setStatus(Status.FORBIDDEN);
        return draw(
                form,
                refused(new ChoiceRefusedException("continue", "orgSwitcherAccountForged", "org_switcher_forged")));
    }

    private ChoiceRefusedException refused(ChoiceRefusedException refused) {
        SwitcherEvents.refused(visit.event(), refused);
        return refused;
    }

    Response draw(Optional<Said> said) {
        return draw(
                AccountForm.EMPTY,
                page -> said.map(Said::messageKey).map(page::setSuccess).orElse(page));
    }

    /** Draws it with what was typed when the session had ended, of which nothing was done. */
    Response again(AccountForm form) {
        return form.button() == AccountForm.Button.FIND
                ? draw(form)
                : draw(form, page -> page.setInfo(BrowserPage.AGAIN));
    }

    /** Draws it with what was typed, and what that finds. */
    Response draw(AccountForm form) {
        return draw(form, UnaryOperator.identity());
    }

    /** Draws it with what was typed, and why it was refused. */
    Response draw(AccountForm form, ChoiceRefusedException refused) {
        FormMessage message = language().refusal(refused);
        return draw(form, page -> page.addError(message));
    }

    private PageLanguage language() {
        return PageLanguage.of(visit.session(), visit.user());
    }

    /** A login is not left on the way. */
    private @Nullable String manage(OrganizationRef organization) {
        return action == null
                ? null
                : ManageAddress.of(visit.session(), organization.alias()).toString();
    }

    private Response draw(AccountForm form, UnaryOperator<LoginFormsProvider> message) {
        KeycloakSession session = visit.session();
        UserModel user = visit.user();
        OwnOrganizations organizations = new OwnOrganizations(visit);
        Overview overview =
                organizations.overview(PageLists.beginning(form.typed().search()));
        Place place = new Place(
                visit.account(),
                SwitcherConfig.of(session, session.getContext().getRealm()).oneOrganizationPerPerson(),
                CreationLimit.reached(
                                session,
                                user,
                                new OwnAddress(session),
                                overview.lists().standing())
                        .orElse(null),
                organizations.colleaguesDomain().map(EmailDomain::name).orElse(null),
                action,
                action == null ? null : new LinkPage(session).address(LOGOUT).toString(),
                token);
        AccountRows rows = new AccountRows(
                overview,
                Logos.read(session, overview.shown()),
                this::manage,
                language().locale());
        AccountPage page = new AccountPage(overview, form.typed(), place, rows);
        WaysOut out = WaysOut.of(session, overview.active().orElse(null), place.logout());
        return message.apply(forms.setUser(user)
                        .setAttribute(PAGE, page)
                        .setAttribute(PageLanguage.NAME, language())
                        .setAttribute(WaysOut.NAME, out))
                .createForm(TEMPLATE);
    }
}
