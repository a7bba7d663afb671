package io.github.orgswitcher.platform.account;

import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.services.resources.RealmsResource;

/** Where those who manage an organization find its page. */
public final class ManageAddress {

    /** Id of the required action that is the way in to pages for signed-in people: without it a realm has none. */
    public static final String ACTION = "org-switcher-account";

    private ManageAddress() {}

    /**
     * Whether a realm has such pages.
     *
     * @param realm the realm
     * @return whether the required action is there, and on
     */
    public static boolean isOn(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(ACTION);
        return action != null && action.isEnabled();
    }

    /**
     * The address, always at this server's own front end.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param alias the organization's alias
     * @return the address, in which nothing of the alias is more than a name
     */
    public static URI of(KeycloakSession session, String alias) {
        return RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path("org-switcher/manage/{alias}")
                .build(session.getContext().getRealm().getName(), alias);
    }
}
