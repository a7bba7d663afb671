package io.github.orgswitcher.platform.flow;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Keycloak's own required action that adds a passkey. */
public final class PasskeyRegistration {

    /** The action's id. */
    public static final String ACTION = WebAuthnPasswordlessRegisterFactory.PROVIDER_ID;

    private PasskeyRegistration() {}

    /**
     * Whether people of a realm can be sent there.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @return whether the realm has it enabled, and the server has it at all
     */
    public static boolean isAvailable(KeycloakSession session, RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ACTION);
        return action != null
                && action.isEnabled()
                && session.getKeycloakSessionFactory().getProviderFactory(RequiredActionProvider.class, ACTION) != null;
    }
}
