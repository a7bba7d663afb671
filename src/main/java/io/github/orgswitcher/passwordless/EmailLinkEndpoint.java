package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.platform.RealmEndpoint;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Puts {@link EmailLinkResource} at {@code /realms/{realm}/email-sign-in}. */
public final class EmailLinkEndpoint extends RealmEndpoint {

    static final String PROVIDER_ID = EmailSignInAuthenticatorFactory.PROVIDER_ID;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new EmailLinkResource(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
