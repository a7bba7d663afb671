package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.passwordless.EmailProof;
import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.platform.flow.LoginProof;
import io.github.orgswitcher.platform.flow.LoginSession;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Tells how the person signed in, from what Keycloak itself notes of a login: the identity provider, or else the
 * credentials that its authenticators have accepted, or a proven email address. A login with no such proof of its own, by the session's cookie or
 * with a second factor added to it, is of the session's kind. The latest proof counts: who signs in again by password in
 * a social session goes on as {@link SignInKind#PASSWORD}.
 */
final class SignInKindReader {

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;
    private final LoginProof proof;

    SignInKindReader(KeycloakSession session, AuthenticationSessionModel authSession) {
        this.session = session;
        this.authSession = authSession;
        this.proof = new LoginProof(authSession);
    }

    SignInKind read() {
        return proven().or(this::ofTheSession).orElse(SignInKind.PASSWORD);
    }

    /** Notes the proof of this login for the session's next clients, which come with none. */
    void remember() {
        proven().ifPresent(kind -> authSession.setUserSessionNote(SwitcherSession.KIND, kind.name()));
    }

    private Optional<SignInKind> proven() {
        return proof.provider().map(this::ofProvider).or(this::withoutProvider);
    }

    /** With a password a passkey is no more than the second factor. */
    private Optional<SignInKind> withoutProvider() {
        if (proof.isByPassword()) {
            return Optional.of(SignInKind.PASSWORD);
        }
        return proof.credentials().contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                        || EmailProof.isIn(authSession)
                        || isByOthers()
                ? Optional.of(SignInKind.PASSWORDLESS)
                : Optional.empty();
    }

    /** By a step that another extension has brought, and that the realm's settings name. */
    private boolean isByOthers() {
        Set<String> proofs = SwitcherConfig.of(session, authSession.getRealm()).passwordlessProofs();
        return !proofs.isEmpty() && proof.steps().anyMatch(proofs::contains);
    }

    private SignInKind ofProvider(String alias) {
        return new LinkedProviders(session).kindOf(alias, authSession.getAuthenticatedUser());
    }

    /** Where Keycloak asks for a whole new login, the session's earlier proof says nothing about it. */
    private Optional<SignInKind> ofTheSession() {
        return proof.isAskedAnew()
                ? Optional.empty()
                : LoginSession.of(session, authSession).flatMap(userSession -> new SwitcherSession(session, userSession)
                        .kindOf(authSession.getAuthenticatedUser()));
    }
}
