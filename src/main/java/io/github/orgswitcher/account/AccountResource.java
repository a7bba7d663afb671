package io.github.orgswitcher.account;

import io.github.orgswitcher.hash.KeyedHash;
import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.login.SessionVisit;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.LoginLeftAloneException;
import io.github.orgswitcher.platform.account.AccountLogin;
import io.github.orgswitcher.platform.account.BrowserSession;
import io.github.orgswitcher.platform.mail.LinkPage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * {@code account}: the page "Your organizations" at an address of its own, behind Keycloak's identity cookie. Whoever is not
 * signed in goes to sign in and comes back. What was pressed is answered by a redirect, so that nothing is done twice.
 */
public final class AccountResource {

    private static final String TOKEN = "token";

    private final KeycloakSession session;
    private final LinkPage page;

    AccountResource(KeycloakSession session) {
        this.session = session;
        this.page = new LinkPage(session);
    }

    /**
     * Shows the page.
     *
     * @param code what a login has ended with that has led here; it is of no use to anybody
     * @param again whether the session had ended when something was pressed
     * @return the page, the way to sign in, or a page that says why not
     */
    @GET
    public Response open(@QueryParam("code") @Nullable String code, @QueryParam("again") @Nullable String again) {
        Optional<Response> refusal = prepare();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<UserSessionModel> here = BrowserSession.of(session);
        if (here.isEmpty()) {
            // A browser that keeps no cookies would sign in for ever.
            return code == null ? signIn(AccountAction.GO) : page.error("orgSwitcherAccountNoCookie");
        }
        if (code != null) {
            if (again != null) {
                Said.AGAIN.keep(here.get());
            }
            return clean();
        }
        return desk(here.get()).draw(Said.take(here.get()));
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
        Optional<Response> refusal = prepare();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<UserSessionModel> here = BrowserSession.of(session);
        return here.isEmpty() ? signIn(AccountAction.GO_AGAIN) : press(here.get(), posted);
    }

    private Response press(UserSessionModel here, MultivaluedMap<String, String> posted) {
        AccountForm form = AccountForm.of(posted);
        AccountDesk desk = desk(here);
        String token = posted.getFirst(TOKEN);
        if (BrowserSession.isCrossSite(session)) {
            return desk.forged(AccountForm.EMPTY);
        }
        if (token == null || !hash().matches(token, AccountAddress.PATH, here.getId())) {
            return desk.forged(form);
        }
        if (form.button() == AccountForm.Button.FIND) {
            return desk.draw(form);
        }
        try {
            Said.of(form, desk.carryOut(form)).keep(here);
            return clean();
        } catch (ChoiceRefusedException refused) {
            return desk.draw(form, refused);
        } catch (LoginLeftAloneException e) {
            return page.error("orgSwitcherAccountOff");
        }
    }

    private Optional<Response> prepare() {
        page.keepOutOfCaches();
        page.takeLanguage(null);
        if (!session.getContext().getRealm().isEnabled()) {
            return Optional.of(page.error(LinkPage.REALM_DISABLED));
        }
        if (page.isTransportRefused()) {
            return Optional.of(page.error(LinkPage.HTTPS_REQUIRED));
        }
        return AccountAddress.of(session).isPresent()
                ? Optional.empty()
                : Optional.of(page.error("orgSwitcherAccountOff"));
    }

    private AccountDesk desk(UserSessionModel here) {
        return new AccountDesk(
                new SessionVisit(session, here, null),
                session.getProvider(LoginFormsProvider.class),
                page.address(AccountAddress.PATH).toString(),
                hash().of(AccountAddress.PATH, here.getId()));
    }

    /** It outlives that the person signs in again, and is of no use in another session. */
    private KeyedHash hash() {
        return KeyedHash.of(session, session.getContext().getRealm());
    }

    private Response signIn(String parameter) {
        return AccountLogin.address(session, AccountAddress.ACTION + ":" + parameter)
                .map(address -> Response.seeOther(address).build())
                .orElseGet(() -> page.error("orgSwitcherAccountNoWayIn"));
    }

    private Response clean() {
        return Response.seeOther(page.address(AccountAddress.PATH)).build();
    }
}
