package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.people.DirectoryUsers;
import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.Invitations;
import io.github.orgswitcher.store.RealmStore;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Makes someone a member, whatever the way was: Keycloak's membership, and the organization's default groups. */
final class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OrganizationProvider organizations;

    Admission(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.organizations = session.getProvider(OrganizationProvider.class);
    }

    /**
     * Whether the realm lets everybody belong to one organization, and the person belongs to one, enabled or not.
     *
     * @param orgId the organization that does not count; null for none
     */
    boolean isFull(UserModel user, @Nullable String orgId) {
        return SwitcherConfig.of(session, realm).oneOrganizationPerPerson()
                && RealmStore.of(session, realm).standings().belongsElsewhere(user.getId(), orgId);
    }

    /** Whether one more member is allowed, as the organization, which is locked, has it now. */
    boolean hasSeat(String orgId) {
        RealmStore store = RealmStore.of(session, realm);
        Integer limit = store.policies().of(orgId).inForce().terms().maxMembers();
        return limit == null || !store.standings().isFull(orgId, limit);
    }

    /**
     * Does nothing for someone who is a member already.
     *
     * @param domain the allowed domain that the person comes over, whose groups may be others; null for none
     */
    void admit(String orgId, UserModel user, @Nullable String domain) {
        OrganizationModel organization = organizations.getById(orgId);
        if (organizations.addMember(organization, user)) {
            DirectoryUsers.entry(user)
                    .ifPresent(entry -> RealmStore.of(session, realm).leavers().remove(orgId, entry));
            OrganizationGroups groups = new OrganizationGroups(session, organization);
            RealmStore.of(session, realm)
                    .policies()
                    .over(orgId, domain)
                    .inForce()
                    .get(PolicySettings.DEFAULT_GROUPS)
                    .stream()
                    .flatMap(reference -> find(groups, reference, organization).stream())
                    .forEach(user::joinGroup);
        }
    }

    /** Whoever joins in another way has no use for the organization's invitation, which holds a seat. */
    void useUpInvitations(Standing standing, String orgId) {
        Invitations invitations = RealmStore.of(session, realm).invitations();
        standing.invitations().stream()
                .filter(invitation -> invitation.organization().id().equals(orgId))
                .forEach(invitations::use);
    }

    /** A group that is gone, or has become one of administrators, keeps nobody out. */
    private Optional<GroupModel> find(OrganizationGroups groups, String reference, OrganizationModel organization) {
        Optional<GroupModel> group = groups.find(reference);
        if (group.isEmpty()) {
            LOG.warnf(
                    "Realm %s, organization %s: the default group %s is not there or gives administrator roles,"
                            + " so a new member is not in it",
                    realm.getName(), organization.getAlias(), reference);
        }
        return group;
    }
}
