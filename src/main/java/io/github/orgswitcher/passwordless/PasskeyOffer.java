package io.github.orgswitcher.passwordless;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A passkey, offered once to whoever signs in by email and has none. Keycloak's own action adds it. */
final class PasskeyOffer {

    /** The user attribute that says that the person has answered. */
    static final String ANSWERED = "org-switcher.passkey-offer";

    private static final String TAKEN_NOTE = "org-switcher.passkey-offer.taken";
    private static final String REGISTRATION = WebAuthnPasswordlessRegisterFactory.PROVIDER_ID;

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;
    private final UserModel user;

    PasskeyOffer(RequiredActionContext context) {
        this.session = context.getSession();
        this.authSession = context.getAuthenticationSession();
        this.user = context.getUser();
    }

    /** Whether to offer one now. What the application itself has asked for comes before it. */
    boolean isDue() {
        return EmailProof.isIn(authSession)
                && authSession.getClientNote(Constants.KC_ACTION) == null
                && authSession.getClientNote(Constants.KC_ACTION_STATUS) == null
                && user.getFirstAttribute(ANSWERED) == null
                && !user.credentialManager().isConfiguredFor(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                && isRegistrationAvailable();
    }

    private boolean isRegistrationAvailable() {
        RequiredActionProviderModel action = authSession.getRealm().getRequiredActionProviderByAlias(REGISTRATION);
        return action != null
                && action.isEnabled()
                && session.getKeycloakSessionFactory().getProviderFactory(RequiredActionProvider.class, REGISTRATION)
                        != null;
    }

    void decline() {
        user.setSingleAttribute(ANSWERED, "declined");
    }

    /** As if the application had asked for it: only then Keycloak's pages let the person turn back. */
    void accept() {
        user.setSingleAttribute(ANSWERED, "accepted");
        authSession.setClientNote(Constants.KC_ACTION, REGISTRATION);
        authSession.setAuthNote(TAKEN_NOTE, String.valueOf(true));
    }

    /** The application, which has asked for nothing, is told nothing of what came of it. */
    void keepToItself() {
        if (authSession.getAuthNote(TAKEN_NOTE) != null) {
            authSession.removeClientNote(Constants.KC_ACTION_STATUS);
        }
    }
}
