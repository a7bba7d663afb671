package io.github.orgswitcher.membership;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/** Keycloak's required action by which people verify their email address. */
public final class VerifyEmailAction {

    /** Its id. */
    public static final String ID = UserModel.RequiredAction.VERIFY_EMAIL.name();

    private VerifyEmailAction() {}

    /**
     * Whether a realm lets people verify their addresses on the way.
     *
     * @param realm the realm
     * @return whether the action is there and switched on
     */
    public static boolean isOn(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ID);
        return action != null && action.isEnabled();
    }
}
