package io.github.orgswitcher.platform;

import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Finds what settings name.
 *
 * @param session a Keycloak session
 * @param realm the realm of the settings
 */
public record RealmNames(KeycloakSession session, RealmModel realm) {

    /**
     * A role.
     *
     * @param name of a realm's role, its name; of a client's, the client's id, a dot and its name
     * @return the role
     */
    public Optional<RoleModel> role(String name) {
        return Optional.ofNullable(KeycloakModelUtils.getRoleFromString(session, realm, name));
    }

    /**
     * A group of an organization. A database may hold letters with and without accents for equal, and they are other groups.
     *
     * @param organization the organization
     * @param path the group's path, with a slash before each name
     * @return the group whose path is this very one
     */
    public Optional<GroupModel> group(OrganizationModel organization, String path) {
        return Optional.ofNullable(KeycloakModelUtils.findGroupByPath(session, realm, organization, path))
                .filter(found ->
                        KeycloakModelUtils.normalizeGroupPath(path).equals(KeycloakModelUtils.buildGroupPath(found)));
    }
}
