package io.github.orgswitcher.platform.mail;

import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.actiontoken.verifyemail.VerifyEmailActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's mail that verifies an address, as its own {@code VerifyEmail} writes it. That one answers with a page of errors, and
 * leaves the login no way on, where the mail server does not take it.
 *
 * @param session the Keycloak session, with the realm in its context
 * @param login the login that goes on once the address is verified
 */
public record VerificationMail(KeycloakSession session, AuthenticationSessionModel login) {

    /**
     * Sends it, unless this login has had one. Keycloak's page says that it is out, and sends none of its own.
     *
     * @param user whose address is to be verified
     * @param event the event of the request; the mail has one of its own
     * @throws EmailException where the mail server does not take it
     */
    public void send(UserModel user, EventBuilder event) throws EmailException {
        String email = user.getEmail();
        if (email.equals(login.getAuthNote(Constants.VERIFY_EMAIL_KEY))) {
            return;
        }
        RealmModel realm = session.getContext().getRealm();
        int seconds = realm.getActionTokenGeneratedByUserLifespan(VerifyEmailActionToken.TOKEN_TYPE);
        session.getProvider(EmailTemplateProvider.class)
                .setAuthenticationSession(login)
                .setRealm(realm)
                .setUser(user)
                .sendVerifyEmail(link(user, seconds), TimeUnit.SECONDS.toMinutes(seconds));
        login.setAuthNote(Constants.VERIFY_EMAIL_KEY, email);
        event.clone()
                .event(EventType.SEND_VERIFY_EMAIL)
                .detail(Details.EMAIL, email)
                .success();
    }

    private String link(UserModel user, int seconds) {
        KeycloakContext context = session.getContext();
        String clientId = login.getClient().getClientId();
        VerifyEmailActionToken token = new VerifyEmailActionToken(
                user.getId(),
                Time.currentTime() + seconds,
                AuthenticationSessionCompoundId.fromAuthSession(login).getEncodedId(),
                user.getEmail(),
                clientId);
        return Urls.actionTokenBuilder(
                        context.getUri().getBaseUri(),
                        token.serialize(session, context.getRealm(), context.getUri()),
                        clientId,
                        login.getTabId(),
                        AuthenticationProcessor.getClientData(session, login))
                .build(context.getRealm().getName())
                .toString();
    }
}
