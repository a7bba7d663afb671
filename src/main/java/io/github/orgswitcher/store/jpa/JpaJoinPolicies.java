package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.JoinPolicies;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code ORGSW_JOIN_POLICY}. An organization that has an allowed domain, or anything in its policy, has a row
 * of {@link Source#API}, which is there to be locked; a row of {@link Source#ATTRIBUTE} is there where the attributes say
 * something.
 */
record JpaJoinPolicies(RealmQueries queries) implements JoinPolicies {

    @Override
    public JoinPolicy of(String orgId) {
        Map<Source, PolicyValues> rows = queries.unflushed(PolicyQueries.POLICY, JoinPolicyEntity.class)
                .setParameter("org", orgId)
                .getResultStream()
                .collect(toMap(row -> row.source, JoinPolicyEntity::toValues));
        return new JoinPolicy(
                rows.getOrDefault(Source.ATTRIBUTE, PolicyValues.NONE),
                rows.getOrDefault(Source.API, PolicyValues.NONE));
    }

    @Override
    public JoinPolicy over(String orgId, @Nullable String domain) {
        JoinPolicy organization = of(orgId);
        return domain == null
                ? organization
                : new JpaAllowedDomains(queries)
                        .find(orgId, domain)
                        .map(allowed -> allowed.over(organization))
                        .orElse(organization);
    }

    @Override
    public Map<String, PolicyValues> of(Collection<String> orgIds, Source source) {
        return queries.unflushed(PolicyQueries.POLICIES_OF, JoinPolicyEntity.class)
                .setParameter("orgs", orgIds)
                .setParameter("source", source)
                .getResultStream()
                .collect(toMap(row -> row.orgId, JoinPolicyEntity::toValues));
    }

    @Override
    public List<String> closedByAttributes(String afterOrgId, int max) {
        return queries.unflushed(PolicyQueries.CLOSED_BY_ATTRIBUTES, String.class)
                .setParameter("after", afterOrgId)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public List<String> asked(int max) {
        return queries.flushed(PolicyQueries.ASKED, String.class)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public void save(String orgId, Source source, PolicyValues values) {
        ensure(orgId);
        if (source == Source.ATTRIBUTE) {
            queries.unflushed(PolicyQueries.REMOVE_DECLARED)
                    .setParameter("org", orgId)
                    .executeUpdate();
            if (values.equals(PolicyValues.NONE)) {
                return;
            }
            insert(orgId, Source.ATTRIBUTE);
        }
        Query save = queries.unflushed(PolicyQueries.SAVE_POLICY)
                .setParameter("org", orgId)
                .setParameter("source", source);
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            save.setParameter(setting.field(), values.column(setting));
        }
        save.executeUpdate();
    }

    void ensure(String orgId) {
        if (!exists(orgId)) {
            insert(orgId, Source.API);
        }
    }

    boolean exists(String orgId) {
        return queries.unflushed(PolicyQueries.POLICY_COUNT, Long.class)
                        .setParameter("org", orgId)
                        .getSingleResult()
                > 0;
    }

    private void insert(String orgId, Source source) {
        queries.unflushed(PolicyQueries.ADD_POLICY)
                .setParameter("org", orgId)
                .setParameter("source", source)
                .executeUpdate();
    }
}
