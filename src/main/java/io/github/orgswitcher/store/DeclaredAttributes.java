package io.github.orgswitcher.store;

import java.util.Collection;
import java.util.List;

/**
 * What the attributes of one realm's organizations say of the switcher, many organizations at once, and past Keycloak's cache,
 * which may be behind a change on another node.
 */
public interface DeclaredAttributes {

    /**
     * The attributes whose names begin with {@code org-switcher.}, in whatever case, as they are in the database.
     *
     * @param orgIds the organizations
     * @return the attributes of those that are still there
     */
    List<OrganizationAttributes> of(Collection<String> orgIds);

    /**
     * Organizations that have rows which belong to attributes, or attributes that ask for some; ordered by id.
     *
     * @param afterOrgId the last id of the page before; empty for the first page
     * @param max most to return
     * @return their ids
     */
    List<String> organizations(String afterOrgId, int max);

    /**
     * The organizations whose own groups these are. Keycloak keeps an organization's attributes with its own group.
     *
     * @param groupIds groups of any kind
     * @return ids of the organizations
     */
    List<String> organizationsOfGroups(Collection<String> groupIds);
}
