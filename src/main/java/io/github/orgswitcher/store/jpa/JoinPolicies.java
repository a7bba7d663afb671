package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Map;

/**
 * The rows of {@code ORGSW_JOIN_POLICY}. An organization that has an allowed domain, or anything in its policy, has a row
 * of {@link Source#API}, which is there to be locked; a row of {@link Source#ATTRIBUTE} is there where the attributes say
 * something.
 */
final class JoinPolicies {

    private final EntityManager em;

    JoinPolicies(EntityManager em) {
        this.em = em;
    }

    JoinPolicy policy(String realmId, String orgId) {
        Map<Source, PolicyValues> rows = rows(PolicyQueries.POLICY, realmId)
                .setParameter("org", orgId)
                .getResultStream()
                .collect(toMap(row -> row.source, JoinPolicyEntity::toValues));
        return new JoinPolicy(
                rows.getOrDefault(Source.ATTRIBUTE, PolicyValues.NONE),
                rows.getOrDefault(Source.API, PolicyValues.NONE));
    }

    Map<String, PolicyValues> policiesOf(String realmId, Collection<String> orgIds, Source source) {
        return rows(PolicyQueries.POLICIES_OF, realmId)
                .setParameter("orgs", orgIds)
                .setParameter("source", source)
                .getResultStream()
                .collect(toMap(row -> row.orgId, JoinPolicyEntity::toValues));
    }

    void save(String realmId, String orgId, Source source, PolicyValues values) {
        ensure(realmId, orgId);
        if (source == Source.ATTRIBUTE) {
            statement(PolicyQueries.REMOVE_DECLARED)
                    .setParameter("realm", realmId)
                    .setParameter("org", orgId)
                    .executeUpdate();
            if (values.equals(PolicyValues.NONE)) {
                return;
            }
            insert(realmId, orgId, Source.ATTRIBUTE);
        }
        Query save = statement(PolicyQueries.SAVE_POLICY)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("source", source);
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            save.setParameter(setting.field(), values.column(setting));
        }
        save.executeUpdate();
    }

    long memberCount(String realmId, String orgId) {
        return em.createQuery(PolicyQueries.MEMBER_COUNT, Long.class)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .getSingleResult();
    }

    void ensure(String realmId, String orgId) {
        if (!exists(realmId, orgId)) {
            insert(realmId, orgId, Source.API);
        }
    }

    boolean exists(String realmId, String orgId) {
        return em.createQuery(PolicyQueries.POLICY_COUNT, Long.class)
                        .setFlushMode(FlushModeType.COMMIT)
                        .setParameter("realm", realmId)
                        .setParameter("org", orgId)
                        .getSingleResult()
                > 0;
    }

    private void insert(String realmId, String orgId, Source source) {
        statement(PolicyQueries.ADD_POLICY)
                .setParameter("realm", realmId)
                .setParameter("org", orgId)
                .setParameter("source", source)
                .executeUpdate();
    }

    private TypedQuery<JoinPolicyEntity> rows(String query, String realmId) {
        return em.createQuery(query, JoinPolicyEntity.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("realm", realmId);
    }

    private Query statement(String statement) {
        return em.createQuery(statement).setFlushMode(FlushModeType.COMMIT);
    }
}
