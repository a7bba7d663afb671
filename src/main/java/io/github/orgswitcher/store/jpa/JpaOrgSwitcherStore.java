package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.store.AdminView;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainKey;
import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.EnrolledPerson;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.HeldDomain;
import io.github.orgswitcher.store.JoinPolicy;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OrganizationAttributes;
import io.github.orgswitcher.store.OrganizationRef;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.PolicySettings;
import io.github.orgswitcher.store.RealmDomain;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The store on JPA; the queries stand in {@link Queries}. It looks before it inserts, because some databases report a
 * conflict in the log before it is ignored.
 */
final class JpaOrgSwitcherStore implements OrgSwitcherStore {

    private final EntityManager em;
    private final AdminLists lists;
    private final DomainImporter importer;
    private final Enrollments enrollments;
    private final JoinPolicies policies;
    private final People people;

    JpaOrgSwitcherStore(KeycloakSession session, EntityManager em) {
        this.em = em;
        this.lists = new AdminLists(session, em);
        this.importer = new DomainImporter(em);
        this.enrollments = new Enrollments(em);
        this.policies = new JoinPolicies(em);
        this.people = new People(em);
    }

    @Override
    public PersonRecord person(String realmId, String userId, Collection<String> candidates) {
        return people.person(realmId, userId, candidates);
    }

    @Override
    public List<AllowedDomain> domains(String realmId, String orgId, Paging paging) {
        return ownQuery(Queries.DOMAINS, AllowedDomainEntity.class)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("pattern", Queries.containing(paging.search()))
                .setFirstResult(paging.first())
                .setMaxResults(paging.max())
                .getResultStream()
                .map(AllowedDomainEntity::toRecord)
                .toList();
    }

    @Override
    public List<HeldDomain> heldDomains(String realmId, Paging paging, boolean exact, AdminView organizations) {
        return lists.domains(realmId, paging, exact, organizations);
    }

    @Override
    public Optional<AllowedDomain> domain(String realmId, String orgId, String domain) {
        return ownQuery(Queries.DOMAIN, AllowedDomainEntity.class)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("domain", domain)
                .getResultStream()
                .map(AllowedDomainEntity::toRecord)
                .findFirst();
    }

    @Override
    public boolean addDomain(String realmId, AllowedDomain domain) {
        if (domain(realmId, domain.orgId(), domain.domain()).isPresent()) {
            return false;
        }
        policies.ensure(realmId, domain.orgId());
        int added = ownQuery(Queries.ADD_DOMAIN)
                .setParameter("id", KeycloakModelUtils.generateId())
                .setParameter("realm", realmId)
                .setParameter("org", domain.orgId())
                .setParameter("domain", domain.domain())
                .setParameter("source", domain.source())
                .setParameter("verification", domain.verification())
                .setParameter("token", domain.proof().token())
                .setParameter("createdAt", domain.createdAt().toEpochMilli())
                .setParameter("createdBy", domain.createdBy())
                .executeUpdate();
        return added > 0;
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
        int removed = ownQuery(Queries.REMOVE_DOMAIN)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("domain", domain)
                .setParameter("source", source)
                .executeUpdate();
        return removed > 0;
    }

    @Override
    public List<AllowedDomain> domainsOf(String realmId, Collection<String> orgIds, Source source) {
        return ownQuery(Queries.DOMAINS_OF, AllowedDomainEntity.class)
                .setParameter("realm", realmId)
                .setParameter("orgs", orgIds)
                .setParameter("source", source)
                .getResultStream()
                .map(AllowedDomainEntity::toRecord)
                .toList();
    }

    @Override
    public boolean addToken(String realmId, AllowedDomain domain, String token) {
        int added = ownQuery(Queries.ADD_TOKEN)
                .setParameter("realm", realmId)
                .setParameter("org", domain.orgId())
                .setParameter("domain", domain.domain())
                .setParameter("token", token)
                .executeUpdate();
        return added > 0;
    }

    @Override
    public boolean saveProof(String realmId, AllowedDomain checked, DomainProof proof) {
        int saved = ownQuery(Queries.SAVE_PROOF)
                .setParameter("realm", realmId)
                .setParameter("org", checked.orgId())
                .setParameter("domain", checked.domain())
                .setParameter("token", checked.proof().token())
                .setParameter("verification", proof.verification())
                .setParameter("verifiedAt", millis(proof.verifiedAt()))
                .setParameter("checkedAt", millis(proof.checkedAt()))
                .setParameter("missingSince", millis(proof.missingSince()))
                .executeUpdate();
        return saved > 0;
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    @Override
    public List<RealmDomain> proofsToCheck(Instant checkedUntil, int max) {
        return ownQuery(Queries.PROOFS_TO_CHECK, AllowedDomainEntity.class)
                .setParameter("checkedUntil", checkedUntil.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(entity -> new RealmDomain(entity.realmId, entity.toRecord()))
                .toList();
    }

    @Override
    public JoinPolicy policy(String realmId, String orgId) {
        return policies.policy(realmId, orgId);
    }

    @Override
    public Map<String, PolicySettings> policiesOf(String realmId, Collection<String> orgIds, Source source) {
        return policies.policiesOf(realmId, orgIds, source);
    }

    @Override
    public void savePolicy(String realmId, String orgId, Source source, PolicySettings settings) {
        policies.save(realmId, orgId, source, settings);
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
    public List<OrganizationAttributes> lockDeclared(String realmId, Collection<String> orgIds) {
        return new DeclaredAttributes(em).lock(realmId, orgIds);
    }

    @Override
    public void lockPolicy(String realmId, String orgId) {
        policies.lock(realmId, orgId);
    }

    @Override
    public long memberCount(String realmId, String orgId) {
        return policies.memberCount(realmId, orgId);
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
    public void saveSkip(String realmId, String userId) {
        enrollments.saveSkip(realmId, userId);
    }

    @Override
    public boolean organizationNameTaken(String realmId, String name) {
        return !em.createQuery(Queries.ORGANIZATION_BY_NAME, String.class)
                .setParameter("realm", realmId)
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
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
        ownQuery(Queries.REMOVE_USER)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    @Override
    public void removeUsersOfStorage(String realmId, String componentId) {
        em.createQuery(Queries.REMOVE_USERS_OF_STORAGE)
                .setParameter("realm", realmId)
                .setParameter("prefix", "f:" + componentId + ":%")
                .executeUpdate();
    }

    /**
     * A query on own tables alone. They are written by statements only, so nothing in the persistence context waits to be
     * flushed to them, and looking for it would take long when a large realm is imported.
     */
    private <T> TypedQuery<T> ownQuery(String query, Class<T> type) {
        return em.createQuery(query, type).setFlushMode(FlushModeType.COMMIT);
    }

    private Query ownQuery(String statement) {
        return em.createQuery(statement).setFlushMode(FlushModeType.COMMIT);
    }
}
