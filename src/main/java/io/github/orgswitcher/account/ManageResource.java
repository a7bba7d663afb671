package io.github.orgswitcher.account;

import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.login.SessionVisit;
import io.github.orgswitcher.management.NoSuchOrganizationException;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.platform.account.BrowserLogout;
import io.github.orgswitcher.platform.account.ManageAddress;
import io.github.orgswitcher.platform.mail.LinkPage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * {@code manage/{alias}}: the page for those who manage an organization, at an address of its own. For everybody else there is no such
 * organization.
 */
public final class ManageResource {

    private static final String PURPOSE = "org-switcher/manage";

    private final KeycloakSession session;
    private final String alias;
    private final BrowserPage page;

    ManageResource(KeycloakSession session, String alias) {
        this.session = session;
        this.alias = alias;
        this.page = new BrowserPage(session, PURPOSE, ManageAddress.of(session, alias), new AskedPage(null, alias));
    }

    /**
     * Shows the page.
     *
     * @param code what a login has ended with that has led here; it is of no use to anybody
     * @param again key to what was typed when the session had ended
     * @param view which part to show
     * @return the page, the way to sign in, or a page that says why not
     */
    @GET
    public Response open(
            @QueryParam("code") @Nullable String code,
            @QueryParam("again") @Nullable String again,
            @QueryParam("view") @Nullable String view) {
        if (isUndrawable()) {
            return accountPage();
        }
        Optional<ManageView> part = ManageView.find(view);
        return page.open(code, again, part.map(ManageView::id).orElse(null), (here, lost) -> desk(here)
                .map(desk -> lost.map(ManageForm::of).map(desk::again).orElseGet(() -> ManageSaid.NOTE
                        .take(here)
                        .map(desk::draw)
                        .orElseGet(() -> desk.draw(ManageForm.show(part.orElse(ManageView.REQUESTS))))))
                .orElseGet(() -> elsewhere(here)));
    }

    /**
     * Says whether there are such pages, and does nothing: of the organization, it tells nothing.
     *
     * @return an empty answer
     */
    @HEAD
    public Response look() {
        return page.look();
    }

    /**
     * Takes what was pressed.
     *
     * @param posted the form
     * @return the way to the page as it is then, or the page with why it was refused
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response press(MultivaluedMap<String, String> posted) {
        return isUndrawable() ? accountPage() : page.press(posted, here -> press(here, posted));
    }

    /** Keycloak's forms take braces in a page's address for a template's, and fail. */
    private boolean isUndrawable() {
        return alias.indexOf('{') >= 0 || alias.indexOf('}') >= 0;
    }

    private Response accountPage() {
        return Response.seeOther(new LinkPage(session).address(AccountAddress.PATH))
                .build();
    }

    private Response press(UserSessionModel here, MultivaluedMap<String, String> posted) {
        Optional<ManageDesk> desk = desk(here);
        if (desk.isEmpty()) {
            if (posted.containsKey(ElsewherePage.ANOTHER) && !page.isCrossSite() && page.isOwn(here, posted)) {
                return BrowserLogout.of(session, here, page.address());
            }
            Managing.refusedAltogether(visit(here));
            return elsewhere(here);
        }
        ManageForm form = ManageForm.of(posted);
        if (page.isCrossSite()) {
            return desk.get().forged(ManageForm.show(ManageView.REQUESTS));
        }
        if (!page.isOwn(here, posted)) {
            return desk.get().forged(form);
        }
        if (form.button() == ManageForm.Button.SHOW) {
            return desk.get().draw(form);
        }
        try {
            ManageSaid.NOTE.keep(here, desk.get().carryOut(form));
            return page.anew();
        } catch (ChoiceRefusedException refused) {
            return desk.get().draw(form, refused);
        } catch (NoSuchOrganizationException e) {
            return elsewhere(here);
        }
    }

    private Optional<ManageDesk> desk(UserSessionModel here) {
        return ManageDesk.of(
                visit(here),
                alias,
                session.getProvider(LoginFormsProvider.class),
                page.address().toString(),
                page.token(here));
    }

    private SessionVisit visit(UserSessionModel here) {
        return new SessionVisit(session, here, null);
    }

    /** Nothing of it tells whether there is an organization, but to who has just stopped managing it. */
    private Response elsewhere(UserSessionModel here) {
        LoginFormsProvider forms = session.getProvider(LoginFormsProvider.class)
                .setUser(here.getUser())
                .setAttribute(
                        ElsewherePage.NAME,
                        new ElsewherePage(
                                visit(here).account(),
                                page.address().toString(),
                                new LinkPage(session)
                                        .address(AccountAddress.PATH)
                                        .toString(),
                                page.token(here)));
        return ManageSaid.NOTE
                .take(here)
                .map(said -> forms.setSuccess(said.messageKey()))
                .orElseGet(() -> forms.setStatus(Status.NOT_FOUND).setError(NoSuchOrganizationException.MESSAGE))
                .createForm(ElsewherePage.TEMPLATE);
    }
}
