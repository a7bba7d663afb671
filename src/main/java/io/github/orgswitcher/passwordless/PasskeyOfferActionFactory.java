package io.github.orgswitcher.passwordless;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Describes the required action {@code passkey-offer}. Switching it on is the whole setting: a realm that has it off, as
 * realms do at first, offers nothing.
 */
public final class PasskeyOfferActionFactory implements RequiredActionFactory {

    /** Id of the required action. */
    public static final String PROVIDER_ID = "passkey-offer";

    private static final PasskeyOfferAction ACTION = new PasskeyOfferAction();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Offer a passkey after email sign-in";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return ACTION;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
