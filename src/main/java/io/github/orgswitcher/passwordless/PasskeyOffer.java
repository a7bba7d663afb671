package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.platform.flow.AskedAction;
import io.github.orgswitcher.platform.flow.PasskeyRegistration;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A passkey, offered once to whoever signs in by email and has none. Keycloak's own action adds it. */
final class PasskeyOffer {

    /** The user attribute that says that the person has answered. */
    static final String ANSWERED = "org-switcher.passkey-offer";

    private static final String TAKEN_NOTE = "org-switcher.passkey-offer.taken";

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
                && user.getFirstAttribute(ANSWERED) == null
                && !user.credentialManager().isConfiguredFor(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                && PasskeyRegistration.isAvailable(session, authSession.getRealm());
    }

    void decline() {
        user.setSingleAttribute(ANSWERED, "declined");
    }

    void accept() {
        user.setSingleAttribute(ANSWERED, "accepted");
        asked.ask(PasskeyRegistration.ACTION);
        authSession.setAuthNote(TAKEN_NOTE, String.valueOf(true));
    }

    /** The application, which has asked for nothing, is told nothing of what came of it. */
    void keepToItself() {
        if (authSession.getAuthNote(TAKEN_NOTE) != null) {
            asked.dropAnswer();
        }
    }
}
