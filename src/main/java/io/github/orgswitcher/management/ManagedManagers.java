package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.management.Act.Deed;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.people.Managers;
import io.github.orgswitcher.platform.PresentUsers;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.OrgSwitcherStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Who manages an organization, for one who does: the members of its manager group. Only whom managers see as members can be put into
 * it, and the last does not get out.
 */
public final class ManagedManagers {

    private static final String ERROR = "org_switcher_manager_refused";
    private static final String NOT_APPOINTABLE = "orgSwitcherManageNotAppointable";

    private final ManagedOrganization organization;

    /**
     * The managers of an organization.
     *
     * @param organization the organization
     */
    public ManagedManagers(ManagedOrganization organization) {
        this.organization = organization;
    }

    /**
     * Lists who is in the manager group, disabled or not.
     *
     * @param search part of a name or an address; empty for all
     * @param first index of the first, from 0
     * @param max most to return
     * @return the page
     */
    public List<UserModel> list(String search, int first, int max) {
        KeycloakSession session = organization.session();
        if (!isComparable(search)) {
            return List.of();
        }
        return new Managers(session)
                .group(organization.model()).stream()
                        .flatMap(group -> session.users()
                                .getGroupMembersStream(
                                        session.getContext().getRealm(), group, search, false, first, max))
                        .toList();
    }

    /**
     * The first of those who manage the organization, to be told from others.
     *
     * @return their ids, 50 at most
     */
    public Set<String> first() {
        return Set.copyOf(new Managers(organization.session()).first(organization.model()));
    }

    /**
     * Has a member manage the organization, too.
     *
     * @param userId the person, from anywhere
     * @return what was done
     * @throws ChoiceRefusedException where the person has not joined here, or cannot be put into groups
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act appoint(String userId) {
        // Nobody waits for whom the organization has no record of.
        if (!isComparable(userId)
                || !hasJoined(organization
                        .store()
                        .enrollments()
                        .find(organization.ref().id(), userId))) {
            throw notAppointable();
        }
        return organization.write(List.of(userId), own -> {
            String orgId = own.organization().getId();
            UserModel user = user(own, userId)
                    .filter(UserModel::isEnabled)
                    .filter(present -> own.store().standings().isMember(userId, orgId))
                    .filter(present -> hasJoined(own.store().enrollments().find(orgId, userId)))
                    .orElseThrow(ManagedManagers::notAppointable);
            PresentUsers.of(own.session()).require(userId);
            user.joinGroup(group(own));
            return Act.onPerson(Deed.MANAGER_APPOINTED, orgId, userId);
        });
    }

    /**
     * Has a person manage the organization no longer.
     *
     * @param userId the person, from anywhere
     * @return what was done
     * @throws ChoiceRefusedException where the person is not in the manager group, or nobody would manage the organization then
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act dismiss(String userId) {
        if (!isComparable(userId)) {
            throw noManager();
        }
        return organization.writeMemberships(userId, own -> {
            GroupModel group = group(own);
            UserModel user = user(own, userId)
                    .filter(present -> isIn(own, group, userId))
                    .orElseThrow(ManagedManagers::noManager);
            if (new Managers(own.session()).isLast(own.organization(), user)) {
                throw new ChoiceRefusedException("dismiss", "orgSwitcherErrorLastManager", "org_switcher_last_manager");
            }
            PresentUsers.of(own.session()).require(userId);
            user.leaveGroup(group);
            return Act.onPerson(Deed.MANAGER_DISMISSED, own.organization().getId(), userId);
        });
    }

    private boolean isComparable(String text) {
        return OrgSwitcherStore.of(organization.session()).isComparable(text);
    }

    private static boolean hasJoined(Optional<Enrollment> enrollment) {
        return enrollment
                .filter(found -> found.status() == EnrollmentStatus.JOINED)
                .isPresent();
    }

    private static Optional<UserModel> user(Hand own, String userId) {
        KeycloakSession session = own.session();
        return Optional.ofNullable(
                session.users().getUserById(session.getContext().getRealm(), userId));
    }

    /** As the database has it, and not as this node has read it some time ago. */
    private static boolean isIn(Hand own, GroupModel group, String userId) {
        String orgId = own.organization().getId();
        return own.store()
                .organizations()
                .groupsOf(userId, Set.of(orgId))
                .getOrDefault(orgId, Set.of())
                .contains(group.getId());
    }

    /** Whoever writes is in it. */
    private static GroupModel group(Hand own) {
        return new Managers(own.session()).group(own.organization()).orElseThrow(NoSuchOrganizationException::new);
    }

    private static ChoiceRefusedException notAppointable() {
        return new ChoiceRefusedException("appoint", NOT_APPOINTABLE, ERROR);
    }

    private static ChoiceRefusedException noManager() {
        return new ChoiceRefusedException("dismiss", "orgSwitcherManageDismissed", ERROR);
    }
}
