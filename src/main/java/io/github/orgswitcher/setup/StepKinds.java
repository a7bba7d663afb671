package io.github.orgswitcher.setup;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** What single steps of a flow are for, as their authenticators say themselves; those of other extensions do so too. */
record StepKinds(KeycloakSession session) {

    /** Keycloak's own forms for second factors. */
    static final List<String> SECOND_FACTOR_FORMS =
            List.of("auth-otp-form", "webauthn-authenticator", "auth-recovery-authn-code-form");

    /** Keycloak's page for the name alone says that it is about passwords, too. */
    private static final String NAME_FORM = "auth-username-form";

    private static final Set<String> SECOND_FACTORS = Set.of(
            OTPCredentialModel.TYPE, WebAuthnCredentialModel.TYPE_TWOFACTOR, RecoveryAuthnCodesCredentialModel.TYPE);

    /** Of all of {@code ConditionalAuthenticatorFactory}. */
    private static final String CONDITION = "condition";

    boolean asksName(AuthenticationExecutionModel step) {
        return NAME_FORM.equals(step.getAuthenticator());
    }

    boolean asksPassword(AuthenticationExecutionModel step) {
        return PasswordCredentialModel.TYPE.equals(category(step)) && !asksName(step);
    }

    boolean asksSecondFactor(AuthenticationExecutionModel step) {
        String category = category(step);
        return category != null && SECOND_FACTORS.contains(category);
    }

    boolean isCondition(AuthenticationExecutionModel step) {
        return CONDITION.equals(category(step));
    }

    private @Nullable String category(AuthenticationExecutionModel step) {
        return !step.isAuthenticatorFlow()
                        && session.getKeycloakSessionFactory()
                                        .getProviderFactory(Authenticator.class, step.getAuthenticator())
                                instanceof AuthenticatorFactory factory
                ? factory.getReferenceCategory()
                : null;
    }
}
