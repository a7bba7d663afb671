package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.authority.AddressesOnRecord;
import io.github.orgswitcher.declared.ChangedOrganizations;
import io.github.orgswitcher.declared.DeclaredPolicyResync;
import io.github.orgswitcher.platform.OtherSession;
import io.github.orgswitcher.settings.KeptSettings;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AfterCommit;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
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
        if (event.getResourceType() == ResourceType.REQUIRED_ACTION) {
            // It may be ours that is there from now on; registering it names none.
            String realmId = event.getRealmId();
            AfterCommit.call(session, any -> AfterCommit.soon(any, other -> AddressesOnRecord.keep(other, realmId)));
        }
        if (SETTINGS.contains(event.getResourceType()) && isOurs(event.getResourcePath())) {
            changed(event.getRealmId(), event.getResourceType(), event.getOperationType());
        } else if (event.getResourceType() == ResourceType.ORGANIZATION
                && event.getOperationType() != OperationType.DELETE) {
            organization(event.getResourcePath())
                    .ifPresent(id -> ChangedOrganizations.of(session).addOwnDomains(event.getRealmId(), id));
        }
    }

    private void changed(String realmId, ResourceType type, OperationType operation) {
        AfterCommit.call(session, any -> {
            OwnTransaction.of(any).call(own -> {
                RealmStore.of(own, realmId).lock();
                Optional.ofNullable(own.realms().getRealm(realmId))
                        .ifPresent(realm -> keep(own, realm, type, operation));
                return realmId;
            });
            // There may be very many organizations, and who has saved the settings waits for none of them.
            AfterCommit.soon(any, another -> new DeclaredPolicyResync(another).syncRealm(realmId));
        });
    }

    /** An action that is written without its settings has lost them by mistake. */
    private static void keep(KeycloakSession own, RealmModel realm, ResourceType type, OperationType operation) {
        // Who comes last has waited for the others, whose settings may not have come here yet.
        OtherSession.readAnew(realm);
        own.getContext().setRealm(realm);
        KeptSettings kept = new KeptSettings(own, realm);
        boolean whole = type == ResourceType.REQUIRED_ACTION && operation == OperationType.UPDATE;
        if (whole && kept.restore()) {
            LOG.warnf(
                    "Realm %s: the required action %s was written without its settings; those it had were put back",
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
}
