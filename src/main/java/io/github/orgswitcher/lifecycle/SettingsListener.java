package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.settings.KeptSettings;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Applies a realm's changed settings to what attributes declare: another domain may be blocked now, or no longer. And learns
 * of changes of an organization's own domains, of which only admin events tell.
 */
final class SettingsListener implements EventListenerProvider {

    private static final Set<ResourceType> SETTINGS =
            EnumSet.of(ResourceType.REQUIRED_ACTION, ResourceType.REQUIRED_ACTION_CONFIG);

    private static final Logger LOG = Logger.getLogger(SettingsListener.class);

    private final KeycloakSession session;

    SettingsListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {}

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (SETTINGS.contains(event.getResourceType()) && isOurs(event.getResourcePath())) {
            keep(event);
            session.getTransactionManager().enlistAfterCompletion(new Resync(session, event.getRealmId()));
        } else if (event.getResourceType() == ResourceType.ORGANIZATION
                && event.getOperationType() != OperationType.DELETE) {
            organization(event.getResourcePath())
                    .ifPresent(id -> ChangedOrganizations.of(session).addOwnDomains(event.getRealmId(), id));
        }
    }

    /** An action that is written without its settings has lost them by mistake. */
    private void keep(AdminEvent event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm == null) {
            return;
        }
        KeptSettings kept = new KeptSettings(session, realm);
        boolean erased = kept.erased().isPresent();
        boolean byMistake = event.getResourceType() == ResourceType.REQUIRED_ACTION
                && event.getOperationType() == OperationType.UPDATE;
        if (!byMistake && (erased || event.getOperationType() != OperationType.UPDATE)) {
            kept.forget();
        } else if (erased) {
            LOG.warnf(
                    "Realm %s: the required action %s was written without its settings; those it had are in force",
                    realm.getName(), SwitcherConfig.PROVIDER_ID);
        } else {
            kept.keep();
        }
    }

    /** The path of the organization itself, and of nothing below it. */
    private static Optional<String> organization(@Nullable String resourcePath) {
        String[] path = resourcePath == null ? new String[0] : resourcePath.split("/");
        return path.length == 2 && path[0].equals("organizations") ? Optional.of(path[1]) : Optional.empty();
    }

    private static boolean isOurs(@Nullable String resourcePath) {
        return resourcePath != null && List.of(resourcePath.split("/")).contains(SwitcherConfig.PROVIDER_ID);
    }

    @Override
    public void close() {}

    /** After the change is there for other transactions to see. */
    private static final class Resync extends AbstractKeycloakTransaction {

        private final KeycloakSession session;
        private final String realmId;

        Resync(KeycloakSession session, String realmId) {
            this.session = session;
            this.realmId = realmId;
        }

        @Override
        protected void commitImpl() {
            new DeclaredPolicyResync(session).syncRealm(realmId);
        }

        @Override
        protected void rollbackImpl() {}
    }
}
