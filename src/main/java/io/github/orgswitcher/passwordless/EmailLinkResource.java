package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.passwordless.EmailSignInNotes.Proof;
import io.github.orgswitcher.passwordless.LinkRefusedException.Reason;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.services.util.LocaleUtil;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * {@code /realms/{realm}/email-sign-in}: where the link of a mail leads. In the browser that has asked for the mail the login
 * goes on; in any other the person must press a button first, because programs that look mails through open links too.
 */
public final class EmailLinkResource {

    static final String KEY = "key";

    private final KeycloakSession session;
    private final RealmModel realm;

    EmailLinkResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
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
        CacheControlUtil.noBackButtonCacheControlHeader(session);
        if (!realm.isEnabled()) {
            return refuse(Messages.REALM_NOT_ENABLED, Errors.REALM_DISABLED);
        }
        if (isTransportRefused()) {
            return refuse(Messages.HTTPS_REQUIRED, Errors.SSL_REQUIRED);
        }
        try {
            OpenedLink link = OpenedLink.of(session, key);
            AuthenticationSessionModel login = link.login();
            LocaleUtil.processLocaleParam(session, realm, login);
            if (!link.isHere() || login == null) {
                return ask(carriedHere(link, pressed), link);
            }
            EmailSignInNotes notes = new EmailSignInNotes(login);
            return pressed || notes.origin() == null ? goOn(login, link.mail(), notes) : ask(login, link);
        } catch (LinkRefusedException refused) {
            return refuse(refused.reason().messageKey(), refused.reason().error());
        }
    }

    private boolean isTransportRefused() {
        return !"https".equals(session.getContext().getUri().getBaseUri().getScheme())
                && realm.getSslRequired().isRequired(session.getContext().getConnection());
    }

    private Response goOn(AuthenticationSessionModel login, SentMail mail, EmailSignInNotes notes)
            throws LinkRefusedException {
        if (notes.proof() == null) {
            if (!MailUse.of(session.singleUseObjects(), mail).use()) {
                throw new LinkRefusedException(Reason.USED);
            }
            notes.proven(Proof.LINK);
        }
        login.setAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION, notes.execution());
        login.removeAuthNote(AuthenticationProcessor.AUTHENTICATION_SELECTOR_SCREEN_DISPLAYED);
        login.removeAuthNote(Constants.KEY);
        URI step = LoginActionsService.loginActionsBaseUrl(session.getContext().getUri())
                .path(login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH))
                .queryParam(
                        LoginActionsService.SESSION_CODE,
                        new ClientSessionCode<>(session, realm, login).getOrGenerateCode())
                .queryParam(Constants.EXECUTION, notes.execution())
                .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                .queryParam(Constants.TAB_ID, login.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(session, login))
                .build(realm.getName());
        return Response.seeOther(step).build();
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
        URI action = RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path(EmailLinkResourceProviderFactory.PROVIDER_ID)
                .build(realm.getName());
        SentMail mail = link.mail();
        String key = SignInLink.key(session, login, mail, link.token().step(), true);
        // Keycloak puts this note into the address that the choice of a language leads to.
        login.setAuthNote(Constants.KEY, key);
        return session.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(login)
                .setActionUri(action)
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
        return ErrorPage.error(session, null, Status.BAD_REQUEST, messageKey);
    }
}
