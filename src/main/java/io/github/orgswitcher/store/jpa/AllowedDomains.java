package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.RealmDomain;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code ORGSW_ALLOWED_DOMAIN}, but for the lists across a realm and the import. */
final class AllowedDomains {

    private final EntityManager em;

    AllowedDomains(EntityManager em) {
        this.em = em;
    }

    List<AllowedDomain> page(String realmId, String orgId, Paging paging) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<AllowedDomainEntity> query = builder.createQuery(AllowedDomainEntity.class);
        Root<AllowedDomainEntity> domain = query.from(AllowedDomainEntity.class);
        query.where(
                        builder.equal(domain.get("realmId"), realmId),
                        builder.equal(domain.get("orgId"), orgId),
                        new SearchConditions(em).domains(paging.search(), domain))
                .orderBy(builder.asc(domain.get("searchName")));
        return em.createQuery(query)
                .setFlushMode(FlushModeType.COMMIT)
                .setFirstResult(paging.first())
                .setMaxResults(paging.max())
                .getResultStream()
                .map(AllowedDomainEntity::toRecord)
                .toList();
    }

    Optional<AllowedDomain> find(String realmId, String orgId, String domain) {
        return rows(Queries.DOMAIN)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("domain", domain)
                .getResultStream()
                .map(AllowedDomainEntity::toRecord)
                .findFirst();
    }

    /** False where the organization has the domain already. */
    boolean add(String realmId, AllowedDomain domain) {
        int added = statement(Queries.ADD_DOMAIN)
                .setParameter("id", UUID.randomUUID().toString())
                .setParameter("realm", realmId)
                .setParameter("org", domain.orgId())
                .setParameter("domain", domain.domain())
                .setParameter("searchName", domain.searchName())
                .setParameter("source", domain.source())
                .setParameter("verification", domain.verification())
                .setParameter("token", domain.proof().token())
                .setParameter("createdAt", domain.createdAt().toEpochMilli())
                .setParameter("createdBy", domain.createdBy())
                .setParameter("claimed", domain.claimed())
                .executeUpdate();
        return added > 0;
    }

    int remove(String realmId, String orgId, Collection<String> domains, Source source) {
        return statement(Queries.REMOVE_DOMAINS)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("domains", domains)
                .setParameter("source", source)
                .executeUpdate();
    }

    List<AllowedDomain> of(String realmId, Collection<String> orgIds, Source source) {
        return rows(Queries.DOMAINS_OF)
                .setParameter("realm", realmId)
                .setParameter("orgs", orgIds)
                .setParameter("source", source)
                .getResultStream()
                .map(AllowedDomainEntity::toRecord)
                .toList();
    }

    boolean saveProof(String realmId, AllowedDomain checked, DomainProof proof) {
        int saved = statement(Queries.SAVE_PROOF)
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

    List<RealmDomain> proofsToCheck(Instant checkedUntil, int max) {
        return rows(Queries.PROOFS_TO_CHECK)
                .setParameter("checkedUntil", checkedUntil.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(entity -> new RealmDomain(entity.realmId, entity.toRecord()))
                .toList();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private TypedQuery<AllowedDomainEntity> rows(String query) {
        return em.createQuery(query, AllowedDomainEntity.class).setFlushMode(FlushModeType.COMMIT);
    }

    private Query statement(String statement) {
        return em.createQuery(statement).setFlushMode(FlushModeType.COMMIT);
    }
}
