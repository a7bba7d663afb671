package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.people.Managers;
import io.github.orgswitcher.platform.PresentUsers;
import io.github.orgswitcher.store.RealmStore;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** How a person leaves an organization, in the transaction of the choice. */
final class Leaving {

    private static final String FIELD = "leave";

    private final KeycloakSession session;
    private final UserModel user;
    private final RealmStore store;
    private final OrganizationProvider organizations;

    Leaving(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
        this.store = RealmStore.of(session, session.getContext().getRealm());
        this.organizations = session.getProvider(OrganizationProvider.class);
    }

    /**
     * Ends a membership, as Keycloak does, which tells our records. The account of whom an organization manages ends with the
     * membership, so they cannot; nor does the last manager leave requests to nobody.
     *
     * @throws ChoiceRefusedException where the organization manages the person, is left without a manager, or was removed on the way
     */
    void leave(String orgId) {
        store.organizations().lockMemberships(user.getId(), orgId);
        OrganizationModel organization = locked(orgId);
        if (organizations.isManagedMember(organization, user)) {
            throw new ChoiceRefusedException(FIELD, "orgSwitcherErrorManaged", "org_switcher_managed_member")
                    .about(orgId);
        }
        if (new Managers(session).isLast(organization, user)) {
            throw new ChoiceRefusedException(FIELD, "orgSwitcherErrorLastManager", "org_switcher_last_manager")
                    .about(orgId);
        }
        PresentUsers.of(session).require(user.getId());
        organizations.removeMember(organization, user);
    }

    private OrganizationModel locked(String orgId) {
        return store.organizations().lock(List.of(orgId)).stream()
                .findFirst()
                .map(organizations::getById)
                .orElseThrow(() -> ChoiceRefusedException.gone(FIELD));
    }

    /**
     * Forgets that the person has asked to join; empty where nothing waits for an answer, or the organization is gone, else its
     * alias.
     */
    Optional<String> takeBack(String orgId) {
        // Of another realm's organization there is no record here, and Keycloak does not look it up.
        return store.enrollments().remove(orgId, user.getId(), EnrollmentStatus.REQUESTED)
                ? Optional.ofNullable(organizations.getById(orgId)).map(OrganizationModel::getAlias)
                : Optional.empty();
    }
}
