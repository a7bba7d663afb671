package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.platform.flow.AskedAction;
import io.github.orgswitcher.platform.flow.PasskeyRegistration;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.RealmStore;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A passkey, offered once to whoever signs in by email and has none. Keycloak's own action adds it. */
final class PasskeyOffer {

    private static final Logger LOG = Logger.getLogger(PasskeyOffer.class);

    /** The answer in this login, whose next request may not see yet what was kept. */
    private static final String ANSWER_NOTE = "org-switcher.passkey-offer";

    private static final String DECLINED = "declined";
    private static final String ACCEPTED = "accepted";

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;
    private final AskedAction asked;
    private final UserModel user;

    PasskeyOffer(RequiredActionContext context) {
        this.session = context.getSession();
        this.authSession = context.getAuthenticationSession();
        this.asked = new AskedAction(authSession);
        this.user = context.getUser();
    }

    /** Whether to offer one now. What the application itself has asked for comes before it. */
    boolean isDue() {
        return EmailProof.isIn(authSession)
                && asked.id() == null
                && !asked.isAnswered()
                && authSession.getAuthNote(ANSWER_NOTE) == null
                && !user.credentialManager().isConfiguredFor(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                && PasskeyRegistration.isAvailable(session, authSession.getRealm())
                && !people(session).find(user.getId()).passkeyOffered();
    }

    void decline() {
        answer(DECLINED);
    }

    void accept() {
        answer(ACCEPTED);
        asked.ask(PasskeyRegistration.ACTION);
    }

    /** Not kept at the user, to whom nothing can be written where a directory says all. */
    private void answer(String answer) {
        authSession.setAuthNote(ANSWER_NOTE, answer);
        String userId = user.getId();
        try {
            OwnTransaction.person(session, userId).call(inner -> {
                people(inner).savePasskeyOffered(userId);
                return userId;
            });
        } catch (LostRaceException e) {
            LOG.warnf(
                    "Realm %s, user %s: that a passkey was offered could not be kept, so it is once more: %s",
                    authSession.getRealm().getName(), userId, e.getMessage());
        }
    }

    private People people(KeycloakSession any) {
        return RealmStore.of(any, authSession.getRealm()).people();
    }

    /** The application, which has asked for nothing, is told nothing of what came of it. */
    void keepToItself() {
        if (ACCEPTED.equals(authSession.getAuthNote(ANSWER_NOTE))) {
            asked.dropAnswer();
        }
    }
}
