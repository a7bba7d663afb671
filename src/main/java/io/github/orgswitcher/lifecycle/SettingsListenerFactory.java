package io.github.orgswitcher.lifecycle;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Listens in every realm, with nothing to switch on: Keycloak tells of changed settings by admin events alone. Of realms,
 * organizations and users it tells otherwise; that is listened to from here, too.
 */
public final class SettingsListenerFactory implements EventListenerProviderFactory {

    @Override
    public String getId() {
        return "org-switcher-settings";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new SettingsListener(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new LifecycleListener());
    }

    @Override
    public void close() {}
}
