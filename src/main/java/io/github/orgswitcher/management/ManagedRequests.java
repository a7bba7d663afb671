package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.management.Act.Deed;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.membership.JoinRequests;
import io.github.orgswitcher.membership.RequestRefusedException;
import io.github.orgswitcher.people.Directories;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.Paging;
import java.util.List;
import java.util.Set;
import org.keycloak.models.UserModel;

/** The people who have come to an organization, or want to, for one who manages it. */
public final class ManagedRequests {

    private static final String NOT_OPEN = "orgSwitcherRequestNotOpen";

    private final ManagedOrganization organization;

    /**
     * The people of an organization.
     *
     * @param organization the organization
     */
    public ManagedRequests(ManagedOrganization organization) {
        this.organization = organization;
    }

    /**
     * Lists them, the latest first.
     *
     * @param status how they stand
     * @param paging which of them
     * @return the page, each with the person's names where they can be read
     */
    public List<EnrolledPerson> list(EnrollmentStatus status, Paging paging) {
        Directories directories = new Directories(
                organization.session(), organization.session().getContext().getRealm());
        return organization
                .store()
                .lists()
                .enrollments(organization.ref().id(), Set.of(status), paging, AdminView.UNFILTERED)
                .stream()
                .map(row -> row.person() == null
                        ? new EnrolledPerson(
                                row.enrollment(),
                                directories
                                        .elsewhere(row.enrollment().userId())
                                        .map(ManagedRequests::person)
                                        .orElse(null))
                        : row)
                .toList();
    }

    /**
     * What a manager sees of a person.
     *
     * @param user the person
     * @return the names
     */
    public static EnrolledPerson.Person person(UserModel user) {
        return new EnrolledPerson.Person(
                user.getId(), user.getUsername(), user.getEmail(), user.getFirstName(), user.getLastName());
    }

    /**
     * Makes who has asked a member.
     *
     * @param userId the person, from anywhere
     * @return what was done
     * @throws ChoiceRefusedException where the person has not asked, or may not join any more
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act approve(String userId) {
        return decide(Deed.APPROVED, "approve", userId, JoinRequests::approve);
    }

    /**
     * Turns the person down.
     *
     * @param userId the person, from anywhere
     * @return what was done
     * @throws ChoiceRefusedException where the person has not asked
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act deny(String userId) {
        return decide(Deed.DENIED, "deny", userId, JoinRequests::deny);
    }

    /**
     * Takes a denial back.
     *
     * @param userId the person, from anywhere
     * @return what was done
     * @throws ChoiceRefusedException where the person was not turned down
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act forget(String userId) {
        return decide(Deed.DENIAL_TAKEN_BACK, "forget", userId, JoinRequests::forget);
    }

    /** One of the decisions. */
    private interface Decider {
        void decide(JoinRequests requests, String orgId, UserModel user);
    }

    private Act decide(Deed deed, String field, String userId, Decider decider) {
        String orgId = organization.ref().id();
        // Nobody waits for whom the organization has no record of, and nothing is written of them.
        if (!OrgSwitcherStore.of(organization.session()).isComparable(userId)
                || organization.store().enrollments().find(orgId, userId).isEmpty()) {
            throw refused(field, NOT_OPEN);
        }
        try {
            return organization.write(List.of(userId), own -> decide(own, deed, field, userId, decider));
        } catch (RequestRefusedException e) {
            throw refused(field, told(e.messageKey()), e.parameters());
        }
    }

    private Act decide(Hand own, Deed deed, String field, String userId, Decider decider) {
        UserModel user =
                own.session().users().getUserById(own.session().getContext().getRealm(), userId);
        if (user == null) {
            throw refused(field, NOT_OPEN);
        }
        String orgId = own.organization().getId();
        decider.decide(new JoinRequests(own.session(), own.manager().getId()), orgId, user);
        return Act.onPerson(deed, orgId, userId);
    }

    private static String told(String messageKey) {
        Verdict proven = Verdict.DOMAIN_PROVEN_BY_ANOTHER;
        return messageKey.equals(proven.messageKey())
                ? ManagedOrganization.told(proven).messageKey()
                : messageKey;
    }

    private static ChoiceRefusedException refused(String field, String messageKey, Object... parameters) {
        return new ChoiceRefusedException(field, messageKey, "org_switcher_request_refused", parameters);
    }
}
