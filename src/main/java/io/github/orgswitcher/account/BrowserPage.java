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
import java.util.function.BiFunction;
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

    /** What the page says to whose session had ended when something was pressed. */
    static final String AGAIN = "orgSwitcherAccountAgain";

    private static final String LOST = "org-switcher.lost";

    /**
     * Opens the page.
     *
     * @param code what a login has ended with that has led here; it is of no use to anybody
     * @param again key to what was typed when the session had ended; null where nothing is kept
     * @param part the part of the page that was asked for; null for its beginning
     * @param draw draws it for the session, with what the same person had posted to none; empty where nothing was
     * @return the page, the way to sign in, or a page that says why not
     */
    Response open(
            @Nullable String code,
            @Nullable String again,
            @Nullable String part,
            BiFunction<UserSessionModel, Optional<MultivaluedMap<String, String>>, Response> draw) {
        return refusal().orElseGet(() -> {
            Optional<UserSessionModel> here = BrowserSession.of(session);
            if (here.isEmpty()) {
                return signIn(code != null, part);
            }
            if (code == null) {
                if (!isCrossSite()) {
                    page().keepLanguage(here.get().getUser());
                }
                return draw.apply(here.get(), lost(here.get()));
            }
            if (again != null) {
                here.get().setNote(lostNote(), again);
            }
            return Response.seeOther(AskedPage.part(address, part)).build();
        });
    }

    private Optional<MultivaluedMap<String, String>> lost(UserSessionModel here) {
        Optional<String> key = Optional.ofNullable(here.getNote(lostNote()));
        key.ifPresent(taken -> here.removeNote(lostNote()));
        return key.flatMap(
                taken -> new LostForm(session).take(taken, here.getUser().getId()));
    }

    private String lostNote() {
        return LOST + "." + address.getPath();
    }

    /** Whether there is a page, whoever asks. */
    Response look() {
        return refusal().orElseGet(() -> Response.ok().build());
    }

    /** Takes what was pressed on the page, unless there is no page or no session. */
    Response press(MultivaluedMap<String, String> posted, Function<UserSessionModel, Response> press) {
        return refusal().orElseGet(() -> BrowserSession.of(session).map(press).orElseGet(() -> signInAgain(posted)));
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
    private Response signIn(boolean back, @Nullable String part) {
        return back
                ? page().error("orgSwitcherAccountNoCookie")
                : signIn(part == null ? AskedPage.GO : AskedPage.goTo(part));
    }

    /** The way to sign in after a press that came without a session, so that nothing was done. */
    private Response signInAgain(MultivaluedMap<String, String> posted) {
        Optional<String> key = isCrossSite()
                ? Optional.empty()
                : token().person(posted(posted)).map(userId -> new LostForm(session).keep(userId, posted));
        return signIn(key.map(AskedPage::goAgain).orElse(AskedPage.GO));
    }

    private Response signIn(String by) {
        return AccountLogin.address(session, AccountAddress.ACTION + ":" + way.parameter(by))
                .map(login -> Response.seeOther(login).build())
                .orElseGet(() -> page().error("orgSwitcherAccountNoWayIn"));
    }

    /** The page anew, so that nothing is done twice. */
    Response anew() {
        return Response.seeOther(address).build();
    }

    /** What shows that a form is this session's. It outlives that the person signs in again. */
    String token(UserSessionModel here) {
        return token().of(here);
    }

    /** Whether a form comes of another site: not even what was typed is shown again then. */
    boolean isCrossSite() {
        return BrowserSession.isCrossSite(session);
    }

    boolean isOwn(UserSessionModel here, MultivaluedMap<String, String> posted) {
        return token().isOf(here, posted(posted));
    }

    private static String posted(MultivaluedMap<String, String> form) {
        return Optional.ofNullable(form.getFirst(PressToken.FIELD)).orElse("");
    }

    LinkPage page() {
        return new LinkPage(session);
    }

    private PressToken token() {
        return new PressToken(KeyedHash.of(session, session.getContext().getRealm()), purpose);
    }
}
