package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.passwordless.LinkRefusedException.Reason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * A link that somebody has opened, and the login it belongs to.
 *
 * @param login the login
 * @param mail the mail that the link is of, the login's latest
 * @param isHere whether the browser that has opened the link is the login's own
 */
record OpenedLink(AuthenticationSessionModel login, SentMail mail, boolean isHere) {

    /**
     * Checks a link: signed by this realm for this purpose, not expired, not used, of the latest mail of a login that still
     * goes on, for the same client and address.
     *
     * @param key the token
     * @throws LinkRefusedException when one of these does not hold
     */
    static OpenedLink of(KeycloakSession session, @Nullable String key) throws LinkRefusedException {
        RealmModel realm = session.getContext().getRealm();
        SignInLink link = genuine(session, realm, key);
        AuthenticationSessionCompoundId id = link.login();
        ClientModel client = realm.getClientById(id.getClientUUID());
        if (client == null || !client.isEnabled() || !client.getClientId().equals(link.getIssuedFor())) {
            throw new LinkRefusedException(Reason.INVALID);
        }
        session.getContext().setClient(client);
        AuthenticationSessionManager manager = new AuthenticationSessionManager(session);
        RootAuthenticationSessionModel own = manager.getCurrentRootAuthenticationSession(realm);
        boolean here = own != null && own.getId().equals(id.getRootSessionId());
        AuthenticationSessionModel login =
                manager.getAuthenticationSessionByIdAndClient(realm, id.getRootSessionId(), client, id.getTabId());
        checkAlive(session, link, login, here);
        if (login == null) {
            throw new LinkRefusedException(Reason.EXPIRED);
        }
        session.getContext().setAuthenticationSession(login);
        EmailSignInNotes notes = new EmailSignInNotes(login);
        SentMail mail = notes.mail();
        if (mail == null
                || !mail.id().equals(link.mailId())
                || !mail.address().text().equals(link.getEmail())) {
            throw new LinkRefusedException(Reason.REPLACED);
        }
        if (notes.proof() == null && mail.isExpired(Time.currentTimeSeconds())) {
            throw new LinkRefusedException(Reason.EXPIRED);
        }
        if (notes.origin() != null) {
            checkLatest(manager, client, realm, notes.origin(), mail);
        }
        return new OpenedLink(login, mail, here);
    }

    private static SignInLink genuine(KeycloakSession session, RealmModel realm, @Nullable String key)
            throws LinkRefusedException {
        SignInLink link = session.tokens().decode(key, SignInLink.class);
        String issuer = Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName());
        if (link == null
                || !SignInLink.TYPE.equals(link.getType())
                || !Objects.equals(issuer, link.getIssuer())
                || link.getActionVerificationNonce() == null
                || link.getCompoundAuthenticationSessionId() == null) {
            throw new LinkRefusedException(Reason.INVALID);
        }
        return link;
    }

    /** The browser that has asked for the mail may have asked for another meanwhile, or may have given up. */
    private static void checkLatest(
            AuthenticationSessionManager manager,
            ClientModel client,
            RealmModel realm,
            AuthenticationSessionCompoundId origin,
            SentMail mail)
            throws LinkRefusedException {
        AuthenticationSessionModel login = manager.getAuthenticationSessionByIdAndClient(
                realm, origin.getRootSessionId(), client, origin.getTabId());
        SentMail latest = login == null ? null : new EmailSignInNotes(login).mail();
        if (latest == null || !latest.id().equals(mail.id())) {
            throw new LinkRefusedException(Reason.REPLACED);
        }
    }

    /** A link that was used in this very login, and opened again before the login went on, may go on once more. */
    private static void checkAlive(
            KeycloakSession session, SignInLink link, @Nullable AuthenticationSessionModel login, boolean here)
            throws LinkRefusedException {
        boolean goesOn = here && login != null && new EmailSignInNotes(login).proof() != null;
        if (!goesOn && MailUse.isUsed(session.singleUseObjects(), link.mailId())) {
            throw new LinkRefusedException(Reason.USED);
        }
        if (!link.isActive()) {
            throw new LinkRefusedException(Reason.EXPIRED);
        }
    }
}
