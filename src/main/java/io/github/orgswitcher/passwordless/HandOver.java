package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.passwordless.LinkRefusedException.Reason;
import io.github.orgswitcher.platform.flow.ApplicationHome;
import io.github.orgswitcher.platform.flow.LoginFlow;
import io.github.orgswitcher.platform.flow.ThisBrowser;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Carries a login to another browser, where the person has opened the link. The other browser gets a login of its own and
 * never the first one's, so that whoever started that cannot be signed in by somebody else's press.
 *
 * <p>An application keeps the state of its request, and its proof key, in the browser that has made the request; it could
 * not take the answer in another. So the other browser goes to the application's home, which then asks for itself and gets
 * its answer from the session without a page. Only an application that has told Keycloak no home gets the answer where it
 * has asked for it.
 */
final class HandOver {

    private final KeycloakSession session;
    private final ThisBrowser browser;

    HandOver(KeycloakSession session) {
        this.session = session;
        this.browser = new ThisBrowser(session);
    }

    /**
     * A login in this browser: the double of the one that asked for the mail. Where that has ended, or can be answered in its own
     * browser alone, it is one that ends at the application's home, or at the account console where it has none.
     *
     * @throws LinkRefusedException when there is no place to go to
     */
    AuthenticationSessionModel from(OpenedLink link) throws LinkRefusedException {
        AuthenticationSessionModel origin = link.login();
        AuthenticationSessionModel here =
                origin != null && LoginFlow.isAnsweredElsewhere(origin) ? doubleOf(origin) : afresh(link.client());
        browser.begin(here);
        return here;
    }

    private AuthenticationSessionModel doubleOf(AuthenticationSessionModel origin) {
        AuthenticationSessionModel here = browser.newLogin(origin.getClient());
        here.setRedirectUri(origin.getRedirectUri());
        here.setClientScopes(origin.getClientScopes());
        origin.getClientNotes().forEach(here::setClientNote);
        String locale = origin.getAuthNote(LocaleSelectorProvider.USER_REQUEST_LOCALE);
        if (locale != null) {
            here.setAuthNote(LocaleSelectorProvider.USER_REQUEST_LOCALE, locale);
        }
        ApplicationHome.of(session, origin.getClient()).ifPresent(home -> home.end(here));
        return here;
    }

    private AuthenticationSessionModel afresh(ClientModel asked) throws LinkRefusedException {
        ApplicationHome home = ApplicationHome.orOfAccountConsole(session, asked)
                .orElseThrow(() -> new LinkRefusedException(Reason.TIMED_OUT));
        session.getContext().setClient(home.client());
        AuthenticationSessionModel here = browser.newLogin(home.client());
        home.askIn(session, here);
        home.end(here);
        return here;
    }
}
