package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.passwordless.LinkRefusedException.Reason;
import io.github.orgswitcher.platform.flow.ThisBrowser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * A link that somebody has opened. Whoever reads the mail may use it, whatever has become of the login that asked for it: that
 * may be a stranger's, who must not be able to take the owner's way in by giving up.
 *
 * @param token the link
 * @param client the application that the login is for
 * @param login the login that asked for the mail; null where it has ended
 * @param isHere whether that login is this browser's own and waits for this mail
 */
record OpenedLink(
        SignInLink token, ClientModel client, @Nullable AuthenticationSessionModel login, boolean isHere) {

    /**
     * Checks a link: signed by this realm for this purpose, not expired, not used, for the same client, and with no newer mail
     * to the same address. One that works in one browser alone is also of the latest mail of a login that still goes on.
     *
     * @param key the token
     * @throws LinkRefusedException when one of these does not hold
     */
    static OpenedLink of(KeycloakSession session, @Nullable String key) throws LinkRefusedException {
        RealmModel realm = session.getContext().getRealm();
        SignInLink token = SignInLink.read(session, key).orElseThrow(() -> new LinkRefusedException(Reason.INVALID));
        ClientModel client = realm.getClientById(token.login().getClientUUID());
        if (client == null || !client.isEnabled() || !client.getClientId().equals(token.getIssuedFor())) {
            throw new LinkRefusedException(Reason.INVALID);
        }
        session.getContext().setClient(client);
        AuthenticationSessionModel login = login(session, client, token.login());
        SentMail latest = login == null ? null : new EmailSignInNotes(login).mail();
        boolean current = token.isOf(latest);
        boolean own = new ThisBrowser(session).owns(token.login());
        boolean here = current && own;
        checkAlive(session, token, here ? login : null);
        checkLatest(token, latest);
        if (token.isBound() && !current) {
            throw new LinkRefusedException(login == null ? Reason.TIMED_OUT : Reason.DROPPED);
        }
        if (here && login != null) {
            session.getContext().setAuthenticationSession(login);
            AuthenticationSessionCompoundId origin = new EmailSignInNotes(login).origin();
            AuthenticationSessionModel asked = origin == null ? null : login(session, client, origin);
            checkLatest(token, asked == null ? null : new EmailSignInNotes(asked).mail());
        }
        return new OpenedLink(token, client, login, here);
    }

    /** The mail, as far as its link tells. */
    SentMail mail() {
        return mail(token);
    }

    private static SentMail mail(SignInLink link) {
        return new SentMail(
                link.mailId(),
                link.address().orElseThrow(),
                null,
                Objects.requireNonNullElse(link.getIat(), 0L),
                Objects.requireNonNullElse(link.getExp(), 0L));
    }

    private static @Nullable AuthenticationSessionModel login(
            KeycloakSession session, ClientModel client, AuthenticationSessionCompoundId id) {
        RootAuthenticationSessionModel root =
                session.authenticationSessions().getRootAuthenticationSession(client.getRealm(), id.getRootSessionId());
        return root == null ? null : root.getAuthenticationSession(client, id.getTabId());
    }

    /** A link that was used in this very login, and opened again before the login went on, may go on once more. */
    private static void checkAlive(KeycloakSession session, SignInLink link, @Nullable AuthenticationSessionModel here)
            throws LinkRefusedException {
        boolean goesOn = here != null && new EmailSignInNotes(here).proof() != null;
        if (!goesOn && MailUse.isUsed(session.singleUseObjects(), link.mailId())) {
            throw new LinkRefusedException(Reason.USED);
        }
        if (!link.isActive() || !goesOn && mail(link).isExpired(Time.currentTimeSeconds())) {
            throw new LinkRefusedException(Reason.EXPIRED);
        }
    }

    /** Only a newer mail to the same reader takes the place of an older one. */
    private static void checkLatest(SignInLink link, @Nullable SentMail latest) throws LinkRefusedException {
        EmailAddress reader = link.address().orElseThrow();
        if (latest != null && !link.isOf(latest) && latest.address().equals(reader)) {
            throw new LinkRefusedException(Reason.REPLACED);
        }
    }
}
