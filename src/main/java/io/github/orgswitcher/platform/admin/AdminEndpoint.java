package io.github.orgswitcher.platform.admin;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The place of an extension's REST for administrators, below {@code /admin/realms/{realm}}, by the provider's id. */
public abstract class AdminEndpoint implements AdminRealmResourceProviderFactory {

    private final AdminRealmResourceProvider provider = new AdminRealmResourceProvider() {

        @Override
        public Object getResource(
                KeycloakSession session,
                RealmModel realm,
                AdminPermissionEvaluator permissions,
                AdminEventBuilder events) {
            return resource(session, realm, new Administrator(session, realm, permissions), new AdminChanges(events));
        }

        @Override
        public void close() {}
    };

    @Override
    public final AdminRealmResourceProvider create(KeycloakSession session) {
        return provider;
    }

    /**
     * Answers a request whose administrator Keycloak knows, and of whom it has not asked for any right.
     *
     * @param session the Keycloak session
     * @param realm the realm that is administered
     * @param administrator who asks
     * @param changes takes what is changed
     * @return a JAX-RS resource
     */
    protected abstract Object resource(
            KeycloakSession session, RealmModel realm, Administrator administrator, AdminChanges changes);
}
