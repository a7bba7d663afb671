package io.github.orgswitcher.account;

import io.github.orgswitcher.hash.KeyedHash;
import io.github.orgswitcher.login.AccountAddress;
import io.github.orgswitcher.platform.account.AccountLogin;
import io.github.orgswitcher.platform.account.BrowserSession;
import io.github.orgswitcher.platform.mail.LinkPage;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * A page at an address of its own, behind Keycloak's identity cookie. Whoever is not signed in goes to sign in and comes back.
 *
 * @param session the Keycloak session, with the realm in its context
 * @param purpose what its forms are for, which those of another page are not
 * @param address where it is, and where its forms are posted
 * @param way leads back to it after a login
 */
record BrowserPage(KeycloakSession session, String purpose, URI address, AskedPage way) {

    private static final String TOKEN = "token";

    /**
     * Opens the page.
     *
     * @param code what a login has ended with that has led here; it is of no use to anybody
     * @param again whether the session had ended when something was pressed
     * @param note where the page keeps what it says once
     * @param lost what it says then
     * @param draw draws it for the session
     * @return the page, the way to sign in, or a page that says why not
     */
    <E extends Enum<E>> Response open(
            @Nullable String code,
            @Nullable String again,
            OnceNote<E> note,
            E lost,
            Function<UserSessionModel, Response> draw) {
        return refusal().orElseGet(() -> {
            Optional<UserSessionModel> here = BrowserSession.of(session);
            if (here.isEmpty()) {
                return signIn(code != null);
            }
            if (code == null) {
                return draw.apply(here.get());
            }
            if (again != null) {
                note.keep(here.get(), lost);
            }
            return anew();
        });
    }

    /** Takes what was pressed on the page, unless there is no page or no session. */
    Response press(Function<UserSessionModel, Response> press) {
        return refusal().orElseGet(() -> BrowserSession.of(session).map(press).orElseGet(this::signInAgain));
    }

    /** Why there is no page at all; empty where there is one. */
    private Optional<Response> refusal() {
        LinkPage page = page();
        page.keepOutOfCaches();
        page.takeLanguage(null);
        if (!session.getContext().getRealm().isEnabled()) {
            return Optional.of(page.error(LinkPage.REALM_DISABLED));
        }
        if (page.isTransportRefused()) {
            return Optional.of(page.error(LinkPage.HTTPS_REQUIRED));
        }
        return AccountAddress.of(session).isPresent() ? Optional.empty() : Optional.of(off());
    }

    Response off() {
        return page().error("orgSwitcherAccountOff");
    }

    /** The way to sign in. A browser that has just come back from there keeps no cookies, and would sign in for ever. */
    private Response signIn(boolean back) {
        return back ? page().error("orgSwitcherAccountNoCookie") : signIn(way.parameter(AskedPage.GO));
    }

    /** The way to sign in after a press that came without a session, so that nothing was done. */
    private Response signInAgain() {
        return signIn(way.parameter(AskedPage.GO_AGAIN));
    }

    private Response signIn(String parameter) {
        return AccountLogin.address(session, AccountAddress.ACTION + ":" + parameter)
                .map(login -> Response.seeOther(login).build())
                .orElseGet(() -> page().error("orgSwitcherAccountNoWayIn"));
    }

    /** The page anew, so that nothing is done twice. */
    Response anew() {
        return Response.seeOther(address).build();
    }

    /** What shows that a form is this session's. It outlives that the person signs in again. */
    String token(UserSessionModel here) {
        return hash().of(purpose, here.getId());
    }

    /** Whether a form comes of another site: not even what was typed is shown again then. */
    boolean isCrossSite() {
        return BrowserSession.isCrossSite(session);
    }

    boolean isOwn(UserSessionModel here, MultivaluedMap<String, String> posted) {
        String token = posted.getFirst(TOKEN);
        return token != null && hash().matches(token, purpose, here.getId());
    }

    LinkPage page() {
        return new LinkPage(session);
    }

    private KeyedHash hash() {
        return KeyedHash.of(session, session.getContext().getRealm());
    }
}
