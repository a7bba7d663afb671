package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.platform.admin.AdminFilter;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.AdminLists;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.HeldDomain;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.RealmEnrollment;
import io.github.orgswitcher.store.SearchWord;
import io.github.orgswitcher.store.SetAsideAccount;
import io.github.orgswitcher.store.UnallowedDomain;
import java.util.Collection;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Lists that join Keycloak's tables and show an administrator what they may view. One query makes one page. */
final class JpaAdminLists implements AdminLists {

    private final RealmQueries queries;
    private final AdminFilter filter;
    private final EnrollmentPages enrollments;

    JpaAdminLists(KeycloakSession session, RealmQueries queries) {
        this.queries = queries;
        this.filter = new AdminFilter(session, queries.em());
        this.enrollments = new EnrollmentPages(queries, filter);
    }

    @Override
    public List<HeldDomain> domains(Paging paging, AdminView organizations) {
        if (paging.isFar() && organizations.isWhole()) {
            return new DomainPage(queries).read(paging);
        }
        return heldDomains().page(paging, organizations);
    }

    @Override
    public long domainCount(List<SearchWord> search, AdminView organizations) {
        return heldDomains().count(search, organizations);
    }

    private HeldDomains heldDomains() {
        return new HeldDomains(queries, filter);
    }

    @Override
    public List<UnallowedDomain> unallowed(int max, AdminView organizations) {
        return new UnallowedDomains(queries, filter).first(max, organizations);
    }

    @Override
    public List<UnallowedDomain> unallowedOf(String orgId, int max) {
        return new UnallowedDomains(queries, filter).of(orgId, max);
    }

    @Override
    public long unallowedCount(AdminView organizations) {
        return new UnallowedDomains(queries, filter).count(organizations);
    }

    @Override
    public List<EnrolledPerson> enrollments(
            String orgId, Collection<EnrollmentStatus> statuses, Paging paging, AdminView users) {
        return enrollments.ofOne(orgId, statuses, paging, users);
    }

    @Override
    public List<RealmEnrollment> enrollments(
            Collection<EnrollmentStatus> statuses, Paging paging, AdminView organizations, AdminView users) {
        return enrollments.ofAll(statuses, paging, organizations, users);
    }

    @Override
    public long enrollmentCount(
            String orgId, Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView users) {
        return enrollments.countOfOne(orgId, statuses, search, users);
    }

    @Override
    public long enrollmentCount(
            Collection<EnrollmentStatus> statuses, List<SearchWord> search, AdminView organizations, AdminView users) {
        return enrollments.countOfAll(statuses, search, organizations, users);
    }

    @Override
    public List<SetAsideAccount> setAside(Paging paging, AdminView users) {
        return new SetAsidePages(queries, filter).read(paging, users);
    }
}
