package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.declared.ChangedOrganizations;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupCreatedEvent;
import org.keycloak.models.GroupModel.GroupEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.GroupModel.GroupUpdatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Notes the organizations whose groups change: an organization's own group has its attributes, and these may name the groups
 * below it, which are there from now on, or no longer.
 */
final class ChangedGroups {

    private ChangedGroups() {}

    static void note(GroupEvent event) {
        if (event.getRealm() == null || event.getGroup().getType() != GroupModel.Type.ORGANIZATION) {
            return;
        }
        if (event instanceof GroupUpdatedEvent) {
            add(event, event.getGroup());
        } else if (event instanceof GroupCreatedEvent
                || event instanceof GroupPathChangeEvent
                || event instanceof GroupRemovedEvent) {
            noteOwner(event);
        }
    }

    private static void noteOwner(GroupEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        OrganizationModel owner = event.getGroup().getOrganization();
        // The organization provider answers for the realm of the context; a realm that is removed has none there.
        if (owner != null && event.getRealm().equals(session.getContext().getRealm())) {
            add(event, session.getProvider(OrganizationProvider.class).getOrganizationGroup(owner));
        }
    }

    private static void add(GroupEvent event, GroupModel ofOrganization) {
        ChangedOrganizations.of(event.getKeycloakSession()).add(event.getRealm().getId(), ofOrganization.getId());
    }
}
