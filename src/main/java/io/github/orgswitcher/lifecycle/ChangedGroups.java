package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.declared.ChangedOrganizations;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupCreatedEvent;
import org.keycloak.models.GroupModel.GroupEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.GroupModel.GroupUpdatedEvent;

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
        GroupModel own = own(event.getGroup());
        boolean below = !own.getId().equals(event.getGroup().getId());
        boolean named = event instanceof GroupCreatedEvent
                || event instanceof GroupPathChangeEvent
                || event instanceof GroupRemovedEvent;
        if (event instanceof GroupUpdatedEvent || below && named) {
            ChangedOrganizations.of(event.getKeycloakSession())
                    .add(event.getRealm().getId(), own.getId());
        }
    }

    /** When Keycloak tells of a new group, that does not know its organization yet. */
    private static GroupModel own(GroupModel group) {
        GroupModel parent = group.getParent();
        return parent == null ? group : own(parent);
    }
}
