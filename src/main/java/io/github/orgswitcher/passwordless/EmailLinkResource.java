package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.passwordless.EmailSignInNotes.Proof;
import io.github.orgswitcher.passwordless.LinkRefusedException.Reason;
import io.github.orgswitcher.platform.flow.StepRedirect;
import io.github.orgswitcher.platform.mail.LinkPage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * {@code /realms/{realm}/email-sign-in}: where the link of a mail leads. In the browser that has asked for the mail the login
 * goes on; in any other the person must press a button first, because programs that look mails through open links too.
 */
public final class EmailLinkResource {

    static final String KEY = "key";

    private static final String USED = "used";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LinkPage page;

    EmailLinkResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.page = new LinkPage(session);
    }

    /** Where {@link #used(String)} answers. */
    static URI used(KeycloakSession session) {
        return UriBuilder.fromUri(new LinkPage(session).address(EmailLinkEndpoint.PROVIDER_ID))
                .path(USED)
                .build();
    }

    /**
     * Opens a link.
     *
     * @param key the token
     * @return the way on, the page with the button, or a page that says why not and what to do
     */
    @GET
    public Response open(@QueryParam(KEY) @Nullable String key) {
        return answer(key, false);
    }

    /**
     * Says that the link leads somewhere, and does nothing.
     *
     * @return an empty answer
     */
    @HEAD
    public Response look() {
        return Response.ok().build();
    }

    /**
     * Tells a page that waits whether somebody has signed in meanwhile.
     *
     * @param mail the mail's id, which none but that page and the mail itself have
     * @return {@code true} or {@code false}
     */
    @GET
    @Path(USED)
    @Produces(MediaType.TEXT_PLAIN)
    public Response used(@QueryParam("mail") @Nullable String mail) {
        page.keepOutOfCaches();
        return Response.ok(String.valueOf(mail != null && MailUse.isUsed(session.singleUseObjects(), mail)))
                .build();
    }

    /**
     * Takes the press of the button.
     *
     * @param key the token that the page with the button has
     * @return the way on, or a page that says why not and what to do
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@FormParam(KEY) @Nullable String key) {
        return answer(key, true);
    }

    private Response answer(@Nullable String key, boolean pressed) {
        // Each page here has an address, a key, or what is wrong with them.
        page.keepOutOfCaches();
        if (!realm.isEnabled()) {
            return refuse(LinkPage.REALM_DISABLED, Errors.REALM_DISABLED);
        }
        if (page.isTransportRefused()) {
            return refuse(LinkPage.HTTPS_REQUIRED, Errors.SSL_REQUIRED);
        }
        try {
            OpenedLink link = OpenedLink.of(session, key);
            AuthenticationSessionModel login = link.login();
            page.takeLanguage(login);
            if (!link.isHere() || login == null) {
                return ask(carriedHere(link, pressed), link);
            }
            EmailSignInNotes notes = new EmailSignInNotes(login);
            return pressed || notes.origin() == null ? goOn(login, link.mail(), notes) : ask(login, link);
        } catch (LinkRefusedException refused) {
            return refuse(refused.reason().messageKey(), refused.reason().error());
        }
    }

    private Response goOn(AuthenticationSessionModel login, SentMail mail, EmailSignInNotes notes)
            throws LinkRefusedException {
        if (notes.proof() == null) {
            if (!MailUse.of(session.singleUseObjects(), mail).use()) {
                throw new LinkRefusedException(Reason.USED);
            }
            notes.proven(Proof.LINK);
        }
        LinkPage.dropKey(login);
        return StepRedirect.to(session, login, notes.execution());
    }

    /** A login of this browser's own. The button's token is for that login: it is of no use to another browser. */
    private AuthenticationSessionModel carriedHere(OpenedLink link, boolean pressed) throws LinkRefusedException {
        if (pressed) {
            // Only a page that this browser has been shown may press for it.
            throw new LinkRefusedException(Reason.INVALID);
        }
        if (link.token().isBound()) {
            throw new LinkRefusedException(Reason.OTHER_BROWSER);
        }
        AuthenticationSessionModel here = new HandOver(session).from(link);
        session.getContext().setAuthenticationSession(here);
        new EmailSignInNotes(here)
                .sentFrom(link.mail(), link.token().step(), link.token().login());
        return here;
    }

    private Response ask(AuthenticationSessionModel login, OpenedLink link) {
        SentMail mail = link.mail();
        String key = SignInLink.key(session, login, mail, link.token().step(), true);
        LinkPage.keepKey(login, key);
        return session.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(login)
                .setActionUri(page.address(EmailLinkEndpoint.PROVIDER_ID))
                .setAttribute(
                        EmailLinkPage.NAME, new EmailLinkPage(mail.address().text(), key))
                .createForm(EmailLinkPage.TEMPLATE);
    }

    private Response refuse(String messageKey, String error) {
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.EXECUTE_ACTION_TOKEN)
                .client(session.getContext().getClient())
                .detail(Details.ACTION, EmailSignInAuthenticatorFactory.PROVIDER_ID)
                .error(error);
        return page.error(messageKey);
    }
}
