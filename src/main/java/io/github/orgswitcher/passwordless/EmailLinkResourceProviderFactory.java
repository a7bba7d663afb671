package io.github.orgswitcher.passwordless;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@link EmailLinkResource} at {@code /realms/{realm}/email-sign-in}. */
public final class EmailLinkResourceProviderFactory implements RealmResourceProviderFactory {

    static final String PROVIDER_ID = EmailSignInAuthenticatorFactory.PROVIDER_ID;

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new EmailLinkResourceProvider(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
