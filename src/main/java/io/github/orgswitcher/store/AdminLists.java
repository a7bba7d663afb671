package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.platform.admin.AdminView;
import java.util.Collection;
import java.util.List;

/** Lists of one realm, which is the session's, with what the session's administrator may view. */
public interface AdminLists {

    /**
     * Allowed domains of all organizations, ordered by name and then by organization; {@code *.acme.com} comes after
     * {@code acme.com}.
     *
     * @param paging the page, and words about the domain with or without its {@code *.}
     * @param organizations the organizations that the administrator may view
     * @return the page
     */
    List<HeldDomain> domains(Paging paging, AdminView organizations);

    /**
     * How many allowed domains all pages together have.
     *
     * @param search words as for a page
     * @param organizations the organizations that the administrator may view
     * @return the number
     */
    long domainCount(List<SearchWord> search, AdminView organizations);

    /**
     * Keycloak's own domains that their organizations, enabled ones, allow neither alone nor with all below them, ordered by name and then by
     * organization. One that is allowed in another spelling is listed, too.
     *
     * @param max most to return
     * @param organizations the organizations that the administrator may view
     * @return the first of them
     */
    List<UnallowedDomain> unallowed(int max, AdminView organizations);

    /**
     * The same of one organization, enabled or not, ordered by name.
     *
     * @param orgId the organization
     * @param max most to return
     * @return the first of them
     */
    List<UnallowedDomain> unallowedOf(String orgId, int max);

    /**
     * How many there are of all organizations.
     *
     * @param organizations the organizations that the administrator may view
     * @return the number
     */
    long unallowedCount(AdminView organizations);

    /**
     * An organization's enrollments with their people, the latest first.
     *
     * @param orgId the organization
     * @param statuses those to return
     * @param paging the page, and words about the user name, email address, first name, last name, or allowed domain
     * @param users the users that the administrator may view; others are returned without a person, and are found by their
     *     domain alone
     * @return the page
     */
    List<EnrolledPerson> enrollments(
            String orgId, Collection<EnrollmentStatus> statuses, Paging paging, AdminView users);

    /**
     * Enrollments of all organizations with their people, the latest first.
     *
     * @param statuses those to return
     * @param paging the page, and words as in an organization's list
     * @param organizations the organizations that the administrator may view; others are left out
     * @param users the users that the administrator may view; others are returned without a person
     * @return the page
     */
    List<RealmEnrollment> enrollments(
            Collection<EnrollmentStatus> statuses, Paging paging, AdminView organizations, AdminView users);

    /**
     * How many enrollments all pages of an organization together have.
     *
     * @param orgId the organization
     * @param statuses those to count
     * @param search words as for a page
     * @param users the users that the administrator may view
     * @return the number
     */
    long enrollmentCount(String orgId, Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView users);

    /**
     * How many enrollments all pages of all organizations together have.
     *
     * @param statuses those to count
     * @param search words as for a page
     * @param organizations the organizations that the administrator may view
     * @param users the users that the administrator may view
     * @return the number
     */
    long enrollmentCount(
            Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView organizations, AdminView users);

    /**
     * Accounts that lost an address to its owner, the latest first.
     *
     * @param paging the page, and words about the names and addresses of both accounts
     * @param users the users that the administrator may view; other accounts are left out, and other owners are returned by
     *     their id alone
     * @return the page
     */
    List<SetAsideAccount> setAside(Paging paging, AdminView users);
}
