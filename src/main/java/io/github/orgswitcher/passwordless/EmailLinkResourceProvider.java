package io.github.orgswitcher.passwordless;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Makes the resource for one request. */
final class EmailLinkResourceProvider implements RealmResourceProvider {

    private final KeycloakSession session;

    EmailLinkResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new EmailLinkResource(session);
    }

    @Override
    public void close() {}
}
