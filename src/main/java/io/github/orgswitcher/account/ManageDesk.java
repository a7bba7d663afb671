package io.github.orgswitcher.account;

import io.github.orgswitcher.account.ManagePage.Place;
import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.login.PageLanguage;
import io.github.orgswitcher.login.Visit;
import io.github.orgswitcher.management.Act;
import io.github.orgswitcher.management.MailedAffiliation;
import io.github.orgswitcher.management.ManagedDomains;
import io.github.orgswitcher.management.ManagedInvitations;
import io.github.orgswitcher.management.ManagedManagers;
import io.github.orgswitcher.management.ManagedOrganization;
import io.github.orgswitcher.management.ManagedPolicy;
import io.github.orgswitcher.management.ManagedRequests;
import io.github.orgswitcher.management.NoSuchOrganizationException;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.platform.mail.LinkPage;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** The page for those who manage an organization behind both of its doors: carries out what was posted, and draws it. */
final class ManageDesk {

    private static final String TEMPLATE = "org-switcher-manage.ftl";
    private static final String PAGE = "orgSwitcherManage";

    private final Managing managing;
    private final LoginFormsProvider forms;
    private final @Nullable String action;
    private final @Nullable String token;

    private ManageDesk(Managing managing, LoginFormsProvider forms, @Nullable String action, @Nullable String token) {
        this.managing = managing;
        this.forms = forms;
        this.action = action;
        this.token = token;
    }

    /**
     * The page of an organization; empty where there is none for the visitor.
     *
     * @param alias the organization's alias, from anywhere
     * @param forms makes the page
     * @param action where its form is posted; null within a login, which says so itself
     * @param token what shows that the form is this session's; null within a login, which has its own
     */
    static Optional<ManageDesk> of(
            Visit visit, String alias, LoginFormsProvider forms, @Nullable String action, @Nullable String token) {
        return Managing.byAlias(visit, alias).map(managing -> new ManageDesk(managing, forms, action, token));
    }

    /**
     * Does what a button is for.
     *
     * @throws ChoiceRefusedException where a rule does not allow it
     * @throws NoSuchOrganizationException where the visitor does not manage the organization any more
     */
    ManageSaid carryOut(ManageForm form) {
        return ManageSaid.of(managing.carryOut(() -> act(form)));
    }

    private Act act(ManageForm form) {
        ManagedOrganization organization = managing.organization();
        ManagedRequests requests = new ManagedRequests(organization);
        ManagedManagers managers = new ManagedManagers(organization);
        ManagedInvitations invitations = new ManagedInvitations(organization);
        ManagedDomains domains = new ManagedDomains(organization);
        MailedAffiliation byMail = new MailedAffiliation(organization);
        return switch (form.button()) {
            case APPROVE -> requests.approve(form.value());
            case DENY -> requests.deny(form.value());
            case FORGET -> requests.forget(form.value());
            case APPOINT -> managers.appoint(form.value());
            case DISMISS -> managers.dismiss(form.value());
            case INVITE -> invitations.invite(form.typed());
            case RESEND -> invitations.resend(form.value());
            case WITHDRAW -> invitations.withdraw(form.value());
            case ADD -> domains.add(form.typed());
            case CHECK -> domains.check(form.value());
            case AFFILIATE -> domains.affiliate(form.value());
            case MAIL -> byMail.ask(form.value(), form.field(MailedAffiliation.FIELD));
            case PROVE -> byMail.prove(form.value(), form.field(MailedAffiliation.CODE));
            case REMOVE -> domains.remove(form.value());
            case SAVE -> save(new ManagedPolicy(organization), form);
            case DONE, SHOW ->
                throw new ChoiceRefusedException("manage", "orgSwitcherErrorNoChoice", "org_switcher_no_choice");
        };
    }

    private static Act save(ManagedPolicy policy, ManageForm form) {
        return policy.change(present -> new PostedSettings(form, present).changes());
    }

    /** Nothing was done: the form is not of this session's page. */
    Response forged(ManageForm form) {
        forms.setStatus(Status.FORBIDDEN);
        return draw(
                form,
                managing.refused(
                        new ChoiceRefusedException("manage", "orgSwitcherAccountForged", "org_switcher_forged")));
    }

    /** Draws it with what was typed when the session had ended, of which nothing was done. */
    Response again(ManageForm form) {
        return form.button() == ManageForm.Button.SHOW
                ? draw(form)
                : draw(form, page -> page.setInfo(BrowserPage.AGAIN));
    }

    Response draw(ManageForm form) {
        return draw(form, UnaryOperator.identity());
    }

    /** Draws it with what has just been done. */
    Response draw(ManageSaid said) {
        return draw(ManageForm.show(said.view()), page -> page.setSuccess(said.messageKey()));
    }

    /** Draws it with what was typed, and why it was refused. */
    Response draw(ManageForm form, ChoiceRefusedException refused) {
        FormMessage message = language().refusal(refused);
        return draw(PostedSettings.after(form, refused), page -> page.addError(message));
    }

    private PageLanguage language() {
        return PageLanguage.of(managing.visit().session(), managing.visit().user());
    }

    private Response draw(ManageForm form, UnaryOperator<LoginFormsProvider> message) {
        Visit visit = managing.visit();
        ManagedOrganization organization = managing.organization();
        KeycloakSession session = visit.session();
        UserModel user = visit.user();
        LinkPage links = new LinkPage(session);
        Place place = new Place(
                visit.account(),
                action,
                action == null ? null : links.address(AccountAddress.PATH).toString(),
                action == null ? null : links.address(AccountDesk.LOGOUT).toString(),
                token);
        List<ManageRow> rows = new ManageRows(organization, language().locale()).read(form);
        if (rows.isEmpty() && form.first() > 0) {
            // There were more when the page was drawn.
            return draw(form.fromTheBeginning(), message);
        }
        List<ManageSetting> settings = form.view() == ManageView.SETTINGS ? settings(form, organization) : List.of();
        return message.apply(forms.setUser(user)
                        .setAttribute(PageLanguage.NAME, language())
                        .setAttribute(PAGE, new ManagePage(organization.ref(), form, rows, settings, place)))
                .createForm(TEMPLATE);
    }

    private static List<ManageSetting> settings(ManageForm form, ManagedOrganization organization) {
        ManagedPolicy policy = new ManagedPolicy(organization);
        return new PostedSettings(form, form.button() == ManageForm.Button.SAVE ? policy.readNow() : policy.read())
                .shown();
    }
}
