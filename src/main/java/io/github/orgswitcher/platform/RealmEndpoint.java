package io.github.orgswitcher.platform;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * The place of an extension's pages and REST for people, below {@code /realms/{realm}}, by the provider's id. Keycloak knows
 * the realm, and has not asked who is there.
 */
public abstract class RealmEndpoint implements RealmResourceProviderFactory {

    @Override
    public final RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {

            @Override
            public Object getResource() {
                return resource(session);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * Answers a request.
     *
     * @param session the Keycloak session, with the realm in its context
     * @return a JAX-RS resource, of its own or one whose locators lead to those of several features
     */
    protected abstract Object resource(KeycloakSession session);
}
