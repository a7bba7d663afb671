package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.platform.admin.AdminView;
import io.github.orgswitcher.platform.table.KeycloakLocks;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.HeldDomain;
import io.github.orgswitcher.store.MarkedDomains;
import io.github.orgswitcher.store.Matching;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OrganizationAttributes;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.ProvenName;
import io.github.orgswitcher.store.RealmDomain;
import io.github.orgswitcher.store.SetAsideAccount;
import io.github.orgswitcher.store.SettingsCopy;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * The store on JPA; the queries stand in {@link Queries}. It looks before it inserts, because some databases report a
 * conflict in the log before it is ignored.
 */
final class JpaOrgSwitcherStore implements OrgSwitcherStore {

    private final EntityManager em;
    private final AdminLists lists;
    private final AllowedDomains domains;
    private final DomainImporter importer;
    private final Enrollments enrollments;
    private final JoinPolicies policies;
    private final MatchingQuery matching;
    private final SettingsCopies settings;

    JpaOrgSwitcherStore(KeycloakSession session, EntityManager em) {
        this.em = em;
        this.lists = new AdminLists(session, em);
        this.domains = new AllowedDomains(em);
        this.importer = new DomainImporter(em);
        this.enrollments = new Enrollments(em);
        this.policies = new JoinPolicies(em);
        this.matching = new MatchingQuery(em);
        this.settings = new SettingsCopies(em);
    }

    @Override
    public Matching person(String realmId, String userId, @Nullable EmailDomain domain) {
        return matching.person(realmId, userId, domain);
    }

    @Override
    public List<AllowedDomain> domains(String realmId, String orgId, Paging paging) {
        return domains.page(realmId, orgId, paging);
    }

    @Override
    public List<HeldDomain> heldDomains(String realmId, Paging paging, AdminView organizations) {
        return lists.domains(realmId, paging, organizations);
    }

    @Override
    public Optional<AllowedDomain> domain(String realmId, String orgId, String domain) {
        return domains.find(realmId, orgId, domain);
    }

    @Override
    public boolean addDomain(String realmId, AllowedDomain domain) {
        if (domains.find(realmId, domain.orgId(), domain.domain()).isPresent()) {
            return false;
        }
        policies.ensure(realmId, domain.orgId());
        return domains.add(realmId, domain);
    }

    @Override
    public void addDomains(String realmId, List<AllowedDomain> domains) {
        importer.add(realmId, domains);
    }

    @Override
    public List<DomainKey> domainsAmong(String realmId, Collection<String> orgIds, Collection<String> domains) {
        return importer.among(realmId, orgIds, domains);
    }

    @Override
    public List<OrganizationRef> organizations(String realmId, Collection<String> idsOrAliases) {
        return importer.organizations(realmId, idsOrAliases);
    }

    @Override
    public boolean removeDomain(String realmId, String orgId, String domain, Source source) {
        return domains.remove(realmId, orgId, List.of(domain), source) > 0;
    }

    @Override
    public void removeDomains(String realmId, String orgId, Collection<String> domains, Source source) {
        this.domains.remove(realmId, orgId, domains, source);
    }

    @Override
    public List<AllowedDomain> domainsOf(String realmId, Collection<String> orgIds, Source source) {
        return domains.of(realmId, orgIds, source);
    }

    @Override
    public boolean saveProof(String realmId, AllowedDomain checked, DomainProof proof) {
        return domains.saveProof(realmId, checked, proof);
    }

    @Override
    public List<RealmDomain> proofsToCheck(Instant checkedUntil, int max) {
        return domains.proofsToCheck(checkedUntil, max);
    }

    @Override
    public JoinPolicy policy(String realmId, String orgId) {
        return policies.policy(realmId, orgId);
    }

    @Override
    public Map<String, PolicyValues> policiesOf(String realmId, Collection<String> orgIds, Source source) {
        return policies.policiesOf(realmId, orgIds, source);
    }

    @Override
    public void savePolicy(String realmId, String orgId, Source source, PolicyValues values) {
        policies.save(realmId, orgId, source, values);
    }

    @Override
    public List<String> realmsWithOrganizations() {
        return new DeclaredAttributes(em).realms();
    }

    @Override
    public List<String> declaringOrganizations(String realmId, String afterOrgId, int max) {
        return new DeclaredAttributes(em).organizations(realmId, afterOrgId, max);
    }

    @Override
    public List<String> organizationsOfGroups(String realmId, Collection<String> groupIds) {
        return new DeclaredAttributes(em).organizationsOfGroups(realmId, groupIds);
    }

    @Override
    public List<OrganizationAttributes> declared(String realmId, Collection<String> orgIds) {
        return new DeclaredAttributes(em).of(realmId, orgIds);
    }

    @Override
    public Set<String> lockOrganizations(String realmId, Collection<String> orgIds) {
        return new KeycloakLocks(em).organizations(realmId, orgIds);
    }

    @Override
    public void lockRealm(String realmId) {
        new KeycloakLocks(em).realm(realmId);
    }

    @Override
    public long memberCount(String realmId, String orgId) {
        return policies.memberCount(realmId, orgId);
    }

    @Override
    public Set<String> createdByPeople(String realmId, Collection<String> orgIds) {
        return enrollments.createdByPeople(realmId, orgIds);
    }

    @Override
    public Optional<Enrollment> enrollment(String realmId, String orgId, String userId) {
        return enrollments.find(realmId, orgId, userId);
    }

    @Override
    public List<EnrolledPerson> enrollments(
            String realmId, String orgId, Collection<EnrollmentStatus> statuses, Paging paging, AdminView users) {
        return lists.enrollments(realmId, orgId, statuses, paging, users);
    }

    @Override
    public void saveEnrollments(String realmId, Collection<Enrollment> changed) {
        enrollments.save(realmId, changed);
    }

    @Override
    public void saveLeft(String realmId, String orgId, String userId, Instant now) {
        if (!enrollments.markLeft(realmId, orgId, userId, now) && policies.exists(realmId, orgId)) {
            enrollments.addLeft(realmId, orgId, userId, now);
        }
    }

    @Override
    public boolean removeEnrollment(String realmId, String orgId, String userId, EnrollmentStatus status) {
        return enrollments.remove(realmId, orgId, userId, status);
    }

    @Override
    public MarkedDomains markedDomains(String realmId) {
        return new JpaMarkedDomains(em, realmId);
    }

    @Override
    public List<ProvenName> provenNames(String realmId, String orgId, Collection<String> names) {
        return new ProvenNames(em).among(realmId, orgId, names);
    }

    @Override
    public List<SetAsideAccount> setAside(String realmId, Paging paging, AdminView users) {
        return lists.setAside(realmId, paging, users);
    }

    @Override
    public People people(String realmId) {
        return new JpaPeople(em, realmId);
    }

    @Override
    public void flush() {
        em.flush();
    }

    @Override
    public Optional<SettingsCopy> settings(String realmId) {
        return settings.find(realmId);
    }

    @Override
    public void saveSettings(String realmId, SettingsCopy copy) {
        settings.save(realmId, copy);
    }

    @Override
    public void removeSettings(String realmId) {
        settings.remove(realmId);
    }

    @Override
    public <T> T guarded(Supplier<T> work) {
        return new GuardedConnection(em).call(work);
    }

    @Override
    public boolean organizationNameTaken(String realmId, String name) {
        return new OrganizationNames(em).looksTaken(realmId, name);
    }

    @Override
    public boolean canBeGroupName(String text) {
        return Texts.of(em).fitsGroupName(text);
    }

    @Override
    public void removeRealm(String realmId) {
        Queries.REMOVE_REALM.forEach(
                query -> ownQuery(query).setParameter("realm", realmId).executeUpdate());
    }

    @Override
    public void removeOrganization(String realmId, String orgId) {
        Queries.REMOVE_ORGANIZATION.forEach(query -> ownQuery(query)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .executeUpdate());
    }

    @Override
    public void removeUser(String realmId, String userId) {
        Queries.REMOVE_USER.forEach(query -> ownQuery(query)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate());
    }

    @Override
    public void removeUsersOfStorage(String realmId, String componentId) {
        Queries.REMOVE_USERS_OF_STORAGE.forEach(query -> em.createQuery(query)
                .setParameter("realm", realmId)
                .setParameter("prefix", "f:" + componentId + ":%")
                .executeUpdate());
        removeGoneUsers(realmId);
    }

    @Override
    public void removeGoneUsers(String realmId) {
        Queries.REMOVE_GONE_USERS.forEach(
                query -> em.createQuery(query).setParameter("realm", realmId).executeUpdate());
    }

    /**
     * A statement on own tables alone. They are written by statements only, so nothing in the persistence context waits to be
     * flushed to them, and looking for it would take long when a large realm is imported.
     */
    private Query ownQuery(String statement) {
        return em.createQuery(statement).setFlushMode(FlushModeType.COMMIT);
    }
}
