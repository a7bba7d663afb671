package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.platform.UserStorages;
import java.util.Collection;
import java.util.Objects;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Who has joined an organization that is being removed since Keycloak has looked for its members. Their memberships would go with the
 * group, all at once, and Keycloak would tell its cache of nobody by name. A request of theirs that has looked at this moment would
 * then keep for ever that they belong to what is gone, and each of their requests would fail ({@code
 * Organizations.isReadOnlyOrganizationMember}).
 *
 * @param session the session of the removal, with the realm in its context
 */
record LateMembers(KeycloakSession session) {

    /**
     * Removes them as Keycloak does all others. Nobody else joins any more, and no directory is asked, which may not answer.
     *
     * @param orgIds the organization, which is locked; none where the group is one below its own
     * @param group the group of its members
     */
    void remove(Collection<String> orgIds, GroupModel group) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        RealmModel realm = session.getContext().getRealm();
        orgIds.stream().map(organizations::getById).filter(Objects::nonNull).forEach(organization -> new UserStorages(
                        session, realm)
                .own()
                .getGroupMembersStream(realm, group)
                .toList()
                .forEach(member -> organizations.removeMember(organization, member)));
    }
}
