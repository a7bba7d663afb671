package io.github.orgswitcher.people;

import io.github.orgswitcher.platform.AdministratorRoles;
import io.github.orgswitcher.platform.RealmNames;
import io.github.orgswitcher.store.RealmStore;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Looks up the groups of one organization that joining may lead into. Groups of the realm and of other organizations are
 * not found, nor are those that make their members administrators: to put people into groups takes the right to manage
 * users, which those who manage an organization need not have.
 */
public final class OrganizationGroups {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OrganizationModel organization;

    /**
     * The groups of an organization.
     *
     * @param session the Keycloak session, with the organization's realm in its context
     * @param organization the organization
     */
    public OrganizationGroups(KeycloakSession session, OrganizationModel organization) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.organization = organization;
    }

    /**
     * A group that joining may lead into.
     *
     * @param reference its id, or its path with a leading slash
     * @return the group; empty where the organization has no such group, or one that gives administrator roles
     */
    public Optional<GroupModel> find(String reference) {
        return any(reference).filter(ours -> !AdministratorRoles.areGivenBy(ours));
    }

    /**
     * Whether the organization has a group, whatever that gives.
     *
     * @param reference its id, or its path with a leading slash
     * @return whether it has
     */
    public boolean has(String reference) {
        return any(reference).isPresent();
    }

    private Optional<GroupModel> any(String reference) {
        if (!RealmStore.of(session, realm).organizations().canBeGroupName(reference)) {
            return Optional.empty();
        }
        return (reference.startsWith("/")
                        ? new RealmNames(session, realm).group(organization, reference)
                        : byId(reference))
                .filter(this::isOurs);
    }

    private Optional<GroupModel> byId(String id) {
        return Optional.ofNullable(session.groups().getGroupById(realm, id));
    }

    /** The organization's own group, of which all members are, is none that one can be put into. */
    private boolean isOurs(GroupModel group) {
        OrganizationModel owner = group.getOrganization();
        GroupModel all = session.getProvider(OrganizationProvider.class).getOrganizationGroup(organization);
        return owner != null
                && owner.getId().equals(organization.getId())
                && !all.getId().equals(group.getId());
    }
}
