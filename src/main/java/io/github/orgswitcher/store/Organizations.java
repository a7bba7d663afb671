package io.github.orgswitcher.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be asked of one realm's organizations that Keycloak's own provider does not answer. */
public interface Organizations {

    /**
     * Makes everyone else who calls this for one of these organizations, or removes one, wait until the transaction ends. What
     * is to be written of an organization, or decides on a seat, is read after this.
     *
     * @param orgIds the organizations
     * @return ids of those that are there, and stay there until then
     */
    Set<String> lock(Collection<String> orgIds);

    /**
     * The same for one that nobody else has locked; it waits for nobody.
     *
     * @param orgId the organization
     * @return false where somebody has, or where it is not there
     */
    boolean lockFree(String orgId);

    /**
     * Makes whoever ends memberships of a person wait until the transaction ends. Keycloak's own requests lock those before
     * organizations, and so does who ends one.
     *
     * @param userId the person
     * @param orgId the organization that the memberships are in, of itself and of its groups
     */
    void lockMemberships(String userId, String orgId);

    /**
     * How many members an organization has, however they came.
     *
     * @param orgId the organization
     * @return the number
     */
    long memberCount(String orgId);

    /**
     * The groups of organizations that a person is in.
     *
     * @param userId the person
     * @param orgIds the organizations
     * @return ids of groups, by the organization's id; none for an organization in no group of which the person is
     */
    Map<String, Set<String>> groupsOf(String userId, Collection<String> orgIds);

    /**
     * The members of a group, as Keycloak's own tables have them.
     *
     * @param groupId the group
     * @param max how many at most
     * @return ids of the users; of those in Keycloak's own storage, which come first, only who is enabled
     */
    List<String> membersOf(String groupId, int max);

    /**
     * An organization that has this name, or one that looks like it; see {@link io.github.orgswitcher.name.LookAlikes}.
     *
     * @param name the name
     * @return the organization's id; empty where the name is free
     */
    Optional<String> namesake(String name);

    /**
     * Whether Keycloak's table of groups could have this for a name. Some databases fail to look for what it could not.
     *
     * @param text any text that can be stored
     * @return whether it could
     */
    boolean canBeGroupName(String text);
}
