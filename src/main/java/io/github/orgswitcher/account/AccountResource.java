package io.github.orgswitcher.account;

import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.login.SessionVisit;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.platform.mail.LinkPage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * {@code account}: the page "Your organizations" at an address of its own. What was pressed is answered by a redirect, so that nothing
 * is done twice.
 */
public final class AccountResource {

    private final KeycloakSession session;
    private final BrowserPage page;

    AccountResource(KeycloakSession session) {
        this.session = session;
        this.page = new BrowserPage(
                session,
                AccountAddress.PATH,
                new LinkPage(session).address(AccountAddress.PATH),
                new AskedPage(null, null));
    }

    /**
     * Shows the page.
     *
     * @param code what a login has ended with that has led here; it is of no use to anybody
     * @param again key to what was typed when the session had ended
     * @return the page, the way to sign in, or a page that says why not
     */
    @GET
    public Response open(@QueryParam("code") @Nullable String code, @QueryParam("again") @Nullable String again) {
        return page.open(code, again, null, (here, lost) -> lost.map(AccountForm::of)
                .map(desk(here)::again)
                .orElseGet(() -> desk(here).draw(Said.NOTE.take(here))));
    }

    /**
     * Says whether the page is there, and does nothing: what it says once, it still has to say.
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
        return page.press(posted, here -> press(here, posted));
    }

    private Response press(UserSessionModel here, MultivaluedMap<String, String> posted) {
        AccountForm form = AccountForm.of(posted);
        AccountDesk desk = desk(here);
        if (page.isCrossSite()) {
            return desk.forged(AccountForm.EMPTY);
        }
        if (!page.isOwn(here, posted)) {
            return desk.forged(form);
        }
        if (form.button() == AccountForm.Button.FIND) {
            return desk.draw(form);
        }
        try {
            Said.NOTE.keep(here, Said.of(form, desk.carryOut(form)));
            return page.anew();
        } catch (ChoiceRefusedException refused) {
            return desk.draw(form, refused);
        } catch (LoginLeftAloneException e) {
            return page.off();
        }
    }

    private AccountDesk desk(UserSessionModel here) {
        return new AccountDesk(
                new SessionVisit(session, here, null),
                session.getProvider(LoginFormsProvider.class),
                page.address().toString(),
                page.token(here));
    }
}
