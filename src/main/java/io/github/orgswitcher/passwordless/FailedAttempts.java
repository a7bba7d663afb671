package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.passwordless.PersonByEmail.One;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.ClientConnection;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Tells Keycloak's brute-force detection of attempts that failed. It happens apart from the request, which so takes the
 * same time whether or not an address has a user.
 */
final class FailedAttempts {

    /** Keycloak counts only failures of categories that it knows; a guessed code is as bad as a guessed password. */
    private static final Set<String> COUNTED_AS = Set.of(PasswordCredentialModel.TYPE);

    private FailedAttempts() {}

    /**
     * Counts a failed attempt, where the realm detects brute force and the address has a user.
     *
     * @param address the address
     */
    static void count(AuthenticationFlowContext context, EmailAddress address) {
        if (!context.getRealm().isBruteForceProtected()) {
            return;
        }
        KeycloakSessionFactory factory = context.getSession().getKeycloakSessionFactory();
        String realmId = context.getRealm().getId();
        ClientConnection connection = context.getConnection();
        KeycloakUriInfo uri = context.getSession().getContext().getUri();
        context.getSession()
                .getProvider(ExecutorsProvider.class)
                .getExecutor(EmailSignInAuthenticatorFactory.PROVIDER_ID)
                .execute(() -> KeycloakModelUtils.runJobInTransaction(factory, session -> {
                    RealmModel realm = session.realms().getRealm(realmId);
                    session.getContext().setRealm(realm);
                    UserModel user = user(session, realm, address);
                    if (user != null) {
                        session.getProvider(BruteForceProtector.class)
                                .failedLogin(realm, user, connection, uri, COUNTED_AS);
                    }
                }));
    }

    private static @Nullable UserModel user(KeycloakSession session, RealmModel realm, EmailAddress address) {
        return PersonByEmail.find(session, realm, address) instanceof One one ? one.user() : null;
    }
}
