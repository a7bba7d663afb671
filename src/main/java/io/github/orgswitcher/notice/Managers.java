package io.github.orgswitcher.notice;

import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Who decides on an organization's requests without a role in Keycloak. */
final class Managers {

    /** So that a press never waits for a mail to all of a large group. */
    private static final int MOST = 50;

    private final KeycloakSession session;

    Managers(KeycloakSession session) {
        this.session = session;
    }

    /** The first members of the manager group that can be written to; none where there is no such group. */
    List<UserModel> of(String orgId, PolicyValues policy) {
        return policy.find(PolicySettings.MANAGER_GROUP)
                .flatMap(reference -> group(orgId, reference))
                .map(this::members)
                .orElse(List.of());
    }

    private Optional<GroupModel> group(String orgId, String reference) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(orgId);
        return organization == null ? Optional.empty() : new OrganizationGroups(session, organization).find(reference);
    }

    private List<UserModel> members(GroupModel group) {
        return session.users()
                .getGroupMembersStream(session.getContext().getRealm(), group, 0, MOST)
                .filter(user -> Reader.of(user).isPresent())
                .toList();
    }
}
