package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.platform.UserStorages;
import io.github.orgswitcher.store.AfterCommit;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.RealmStore;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageUnavailableException;

/**
 * Keeps which accounts an administrator has made and nobody has used yet. Mails that an administrator has sent change
 * nothing: only who reads the account's address has them.
 */
final class UseListener implements EventListenerProvider {

    private static final Set<EventType> USES = EnumSet.of(
            EventType.LOGIN,
            EventType.IMPERSONATE,
            EventType.TOKEN_EXCHANGE,
            EventType.FEDERATED_IDENTITY_LINK,
            EventType.UPDATE_CREDENTIAL,
            EventType.REMOVE_CREDENTIAL,
            EventType.UPDATE_EMAIL);

    /** What an administrator does below {@code users/{id}} that gives or takes a way in. */
    private static final Set<String> WAYS_IN =
            Set.of("credentials", "disable-credential-types", "federated-identity", "impersonation", "reset-password");

    private static final String USERS = "users";
    private static final int PARTS_OF_A_USER = 2;

    private final KeycloakSession session;

    UseListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getUserId() != null && USES.contains(event.getType()) && !isByKeptWay(event)) {
            used(event.getRealmId(), event.getUserId());
        }
    }

    /** A login by a link or a credential costs no statement: who gets one has used the account, and none is made with one. */
    private boolean isByKeptWay(Event event) {
        if (event.getType() != EventType.LOGIN) {
            return false;
        }
        if (event.getDetails() != null && event.getDetails().containsKey(Details.IDENTITY_PROVIDER)) {
            return true;
        }
        RealmModel realm = session.getContext().getRealm();
        return realm != null
                && find(realm, event.getUserId())
                        .filter(UseListener::hasCredentials)
                        .isPresent();
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        String[] path = path(event.getResourcePath());
        if (event.getResourceType() != ResourceType.USER
                || event.getError() != null
                || path.length < PARTS_OF_A_USER
                || !USERS.equals(path[0])) {
            return;
        }
        if (path.length > PARTS_OF_A_USER && WAYS_IN.contains(path[PARTS_OF_A_USER])) {
            used(event.getRealmId(), path[1]);
        } else if (path.length == PARTS_OF_A_USER && event.getOperationType() == OperationType.CREATE) {
            made(event.getRealmId(), path[1]);
        }
    }

    /**
     * An account that is made with a way in is its holder's from the start: the way may go, as a link does with its provider, and
     * nobody tells. Nobody else knows the account yet, and so nobody is waited for.
     */
    private void made(String realmId, String userId) {
        RealmModel realm = session.getContext().getRealm();
        UserModel user = realm == null ? null : find(realm, userId).orElse(null);
        if (user != null
                && !hasCredentials(user)
                && session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .findAny()
                        .isEmpty()) {
            people(session, realmId).saveMade(userId);
        }
    }

    /** Nothing of Keycloak's fails because a user storage does not answer us. */
    private Optional<UserModel> find(RealmModel realm, String userId) {
        try {
            return new UserStorages(session, realm).reach(userId);
        } catch (StorageUnavailableException e) {
            return Optional.empty();
        }
    }

    private static boolean hasCredentials(UserModel user) {
        return user.credentialManager().getStoredCredentialsStream().findAny().isPresent();
    }

    private static String[] path(@Nullable String path) {
        return path == null ? new String[0] : path.split("/");
    }

    /** The request may have written the user, for whom others may wait who have locked the person's row. */
    private void used(String realmId, String userId) {
        if (people(session, realmId).find(userId).neverUsed()) {
            AfterCommit.call(session, any -> OwnTransaction.of(any).call(own -> {
                people(own, realmId).saveUsed(userId);
                return userId;
            }));
        }
    }

    private static People people(KeycloakSession any, String realmId) {
        return RealmStore.of(any, realmId).people();
    }

    @Override
    public void close() {}
}
