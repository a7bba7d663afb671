package io.github.orgswitcher.setup;

import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * One of our required actions in a realm.
 *
 * @param session the Keycloak session
 * @param realm the realm
 * @param id the action's id, which is its alias
 */
record OwnAction(KeycloakSession session, RealmModel realm, String id) {

    boolean isEnabled() {
        RequiredActionProviderModel action = find();
        return action != null && action.isEnabled();
    }

    /** Switches it on; returns whether the realm did not know it before. */
    boolean enable() {
        RequiredActionProviderModel action = find();
        if (action == null) {
            realm.addRequiredActionProvider(make());
            return true;
        }
        set(action, true);
        return false;
    }

    /** Switches it off. */
    void disable() {
        RequiredActionProviderModel action = find();
        if (action != null) {
            set(action, false);
        }
    }

    private void set(RequiredActionProviderModel action, boolean enabled) {
        if (action.isEnabled() != enabled) {
            action.setEnabled(enabled);
            realm.updateRequiredActionProvider(action);
        }
    }

    private RequiredActionProviderModel make() {
        RequiredActionFactory factory = (RequiredActionFactory)
                session.getKeycloakSessionFactory().getProviderFactory(RequiredActionProvider.class, id);
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(id);
        action.setProviderId(id);
        action.setName(factory.getDisplayText());
        action.setEnabled(true);
        action.setPriority(1
                + realm.getRequiredActionProvidersStream()
                        .mapToInt(RequiredActionProviderModel::getPriority)
                        .max()
                        .orElse(0));
        return action;
    }

    private @Nullable RequiredActionProviderModel find() {
        return realm.getRequiredActionProviderByAlias(id);
    }
}
