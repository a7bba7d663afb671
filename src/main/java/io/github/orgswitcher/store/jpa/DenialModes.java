package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Enrollment;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a match gives now over the domains over which people were turned down, who may ask again where people are asked. */
record DenialModes(RealmQueries queries) {

    private static final String MODES = """
            select e.orgId as org, e.userId as user, %s
              from EnrollmentEntity e
              left join JoinPolicyEntity p on p.orgId = e.orgId and p.source = API
              left join JoinPolicyEntity a on a.orgId = e.orgId and a.source = ATTRIBUTE
              left join AllowedDomainEntity d on d.realmId = :realm and d.orgId = e.orgId and d.domain = e.domain
             where e.realmId = :realm and e.status = DENIED and e.orgId in (:orgs) and e.userId in (:users)
            """.formatted(MatchRow.POLICY);

    Map<Enrollment, JoinMode> of(Collection<Enrollment> enrollments) {
        List<Enrollment> denied = enrollments.stream()
                .filter(enrollment -> enrollment.status() == EnrollmentStatus.DENIED)
                .toList();
        if (denied.isEmpty()) {
            return Map.of();
        }
        Map<EnrollmentEntity.Key, JoinMode> modes = new HashMap<>();
        queries.unflushed(MODES, Tuple.class)
                .setParameter(
                        "orgs",
                        denied.stream().map(Enrollment::orgId).distinct().toList())
                .setParameter(
                        "users",
                        denied.stream().map(Enrollment::userId).distinct().toList())
                .getResultList()
                .forEach(row -> modes.put(
                        new EnrollmentEntity.Key(row.get("org", String.class), row.get("user", String.class)),
                        MatchRow.terms(row).joinMode()));
        Map<Enrollment, JoinMode> found = new HashMap<>();
        for (Enrollment each : denied) {
            JoinMode mode = modes.get(new EnrollmentEntity.Key(each.orgId(), each.userId()));
            if (mode != null) {
                found.put(each, mode);
            }
        }
        return found;
    }
}
