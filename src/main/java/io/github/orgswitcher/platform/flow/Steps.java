package io.github.orgswitcher.platform.flow;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The steps that there are for flows.
 *
 * @param session the Keycloak session
 * @param realm a realm
 */
public record Steps(KeycloakSession session, RealmModel realm) {

    /**
     * Whether a step has this name.
     *
     * @param name an authenticator's id, or the value of {@code amr} that the realm has given to a step
     * @return whether there is one
     */
    public boolean exist(String name) {
        return session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, name) != null
                || realm.getAuthenticatorConfigsStream()
                        .anyMatch(config -> name.equals(
                                config.getConfig().get(Constants.AUTHENTICATION_EXECUTION_REFERENCE_VALUE)));
    }
}
