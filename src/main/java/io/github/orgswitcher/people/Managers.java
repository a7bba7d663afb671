package io.github.orgswitcher.people;

import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.JoinPolicies;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Who manages an organization without a role in Keycloak: its enabled members who are in the very group that its policy names at
 * this moment. A group that is gone, or gives administrator roles, makes nobody a manager.
 */
public final class Managers {

    /** So that a press never waits for a mail to all of a large group. */
    private static final int MOST = 50;

    private final KeycloakSession session;
    private final RealmStore store;

    /**
     * The managers of a realm's organizations.
     *
     * @param session the Keycloak session, with the realm in its context
     */
    public Managers(KeycloakSession session) {
        this.session = session;
        this.store = RealmStore.of(session, session.getContext().getRealm());
    }

    /**
     * Whether a person manages an organization.
     *
     * @param organization the organization
     * @param user the person
     * @return whether the person does, at this moment
     */
    public boolean has(OrganizationModel organization, UserModel user) {
        return organization.isEnabled()
                && user.isEnabled()
                && store.standings().isMember(user.getId(), organization.getId())
                && managed(user, Set.of(organization.getId())).contains(organization.getId());
    }

    /**
     * Which organizations a person manages, with one look at all policies and one at all groups.
     *
     * @param user the person, who is enabled
     * @param orgIds organizations that are enabled, and that the person belongs to
     * @return those that the person manages
     */
    public Set<String> managed(UserModel user, Collection<String> orgIds) {
        Map<String, String> references = references(orgIds);
        if (references.isEmpty()) {
            return Set.of();
        }
        return store.organizations().groupsOf(user.getId(), references.keySet()).entrySet().stream()
                .filter(groups -> Optional.ofNullable(references.get(groups.getKey()))
                        .flatMap(reference -> group(groups.getKey(), reference))
                        .filter(group -> groups.getValue().contains(group.getId()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether nobody would manage an organization without this person.
     *
     * @param organization the organization, which is locked
     * @param user the person
     * @return whether the person is the last of its managers
     */
    public boolean isLast(OrganizationModel organization, UserModel user) {
        return has(organization, user) && first(organization).stream().allMatch(user.getId()::equals);
    }

    /**
     * The first of those who manage an organization, as Keycloak's own tables have them: a user storage that is slow or silent
     * neither holds up who has locked the organization, nor takes its managers away.
     *
     * @param organization the organization
     * @return ids of enabled members of its manager group, 50 at most
     */
    public List<String> first(OrganizationModel organization) {
        return group(organization)
                .map(group -> store.organizations().membersOf(group.getId(), MOST))
                .orElse(List.of());
    }

    /**
     * The group whose members manage an organization.
     *
     * @param organization the organization
     * @return the group; empty where the policy names none that is there and may have members
     */
    public Optional<GroupModel> group(OrganizationModel organization) {
        return store.policies()
                .of(organization.getId())
                .inForce()
                .find(PolicySettings.MANAGER_GROUP)
                .flatMap(reference -> new OrganizationGroups(session, organization).find(reference));
    }

    private Map<String, String> references(Collection<String> orgIds) {
        if (orgIds.isEmpty()) {
            return Map.of();
        }
        JoinPolicies policies = store.policies();
        Map<String, PolicyValues> api = policies.of(orgIds, Source.API);
        Map<String, PolicyValues> declared = policies.of(orgIds, Source.ATTRIBUTE);
        Map<String, String> references = new HashMap<>();
        for (String orgId : orgIds) {
            declared.getOrDefault(orgId, PolicyValues.NONE)
                    .orElse(api.getOrDefault(orgId, PolicyValues.NONE))
                    .find(PolicySettings.MANAGER_GROUP)
                    .ifPresent(reference -> references.put(orgId, reference));
        }
        return references;
    }

    private Optional<GroupModel> group(String orgId, String reference) {
        return Optional.ofNullable(
                        session.getProvider(OrganizationProvider.class).getById(orgId))
                .flatMap(organization -> new OrganizationGroups(session, organization).find(reference));
    }
}
