package io.github.orgswitcher.passwordless;

import java.util.Map;
import java.util.Set;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.browser.PasswordFormFactory;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/**
 * Whether a login has accepted a password. Keycloak's page for the name alone, {@code auth-username-form}, inherits the note
 * of the accepted credential from the page for both, so the note says nothing unless a page that asks for the password
 * has succeeded, too.
 */
public final class AcceptedPassword {

    private static final Set<String> ASKING =
            Set.of(UsernamePasswordFormFactory.PROVIDER_ID, PasswordFormFactory.PROVIDER_ID);

    private AcceptedPassword() {}

    /**
     * Whether this very login has one.
     *
     * @param authSession the login
     * @return whether a page of Keycloak's that asks for a password has accepted one
     */
    public static boolean isIn(AuthenticationSessionModel authSession) {
        return AuthenticatorUtil.getAuthnCredentials(authSession).contains(PasswordCredentialModel.TYPE)
                && authSession.getExecutionStatus().entrySet().stream()
                        .filter(status -> status.getValue() == ExecutionStatus.SUCCESS)
                        .map(Map.Entry::getKey)
                        .anyMatch(executionId -> isAsking(authSession, executionId));
    }

    private static boolean isAsking(AuthenticationSessionModel authSession, String executionId) {
        AuthenticationExecutionModel execution = authSession.getRealm().getAuthenticationExecutionById(executionId);
        // A flow within the flow has a status, too, and no authenticator.
        return execution != null && !execution.isAuthenticatorFlow() && ASKING.contains(execution.getAuthenticator());
    }
}
