package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Approach;
import io.github.orgswitcher.store.Asked;
import io.github.orgswitcher.store.Found;
import io.github.orgswitcher.store.Matching;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.Standings;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Standings on JPA. */
record JpaStandings(RealmQueries queries) implements Standings {

    /** No organization has this one; an empty text is none in some databases. */
    private static final String NO_ID = "-";

    private static final String OPENED = """
            select %s from AllowedDomainEntity d join OrganizationEntity o on o.id = d.orgId and o.realmId = d.realmId
              %s
             where d.realmId = :realm and d.domain in (:patterns)
            """.formatted(MatchRow.columns("false", "0L"), Opening.JOINS);

    private static final String USE = """
            insert into LastUsedEntity (userId, orgId, realmId, usedAt) values (:user, :org, :realm, :now)
            on conflict (userId, orgId) do update set usedAt = excluded.usedAt
            """;

    @Override
    public Matching of(Asked asked) {
        return new StandingQuery(queries.em(), queries.realmId()).all(asked);
    }

    @Override
    public Matching toOne(Asked asked) {
        return new StandingQuery(queries.em(), queries.realmId()).one(asked);
    }

    @Override
    public Map<Approach, List<Match>> ofAnybody(Collection<Approach> approaches) {
        return new ApproachQuery(queries).read(approaches);
    }

    @Override
    public List<Match> opened(EmailDomain domain) {
        Asked anybody = Asked.anybody(domain, ProvenDomains.OFF, Instant.EPOCH);
        return new MatchParameters(queries.em(), queries.realmId(), anybody)
                .query(OPENED, Tuple.class)
                .getResultStream()
                .flatMap(row -> MatchRow.match(row).stream())
                .toList();
    }

    @Override
    public Found<OrganizationRef> memberships(String userId, @Nullable String top, Paging paging) {
        return new MembershipQuery(queries.em(), queries.realmId()).page(userId, top, paging);
    }

    @Override
    public Found<Match> offers(Asked asked, Reach reach, Paging paging) {
        return new OfferQuery(queries.em(), queries.realmId()).page(asked, reach, paging);
    }

    @Override
    public void dismiss(Asked asked, Reach reach, @Nullable Collection<String> orgIds, Instant now) {
        new OfferQuery(queries.em(), queries.realmId()).dismiss(asked, reach, orgIds, now);
    }

    @Override
    public boolean isMember(String userId, String orgId) {
        return new MembershipQuery(queries.em(), queries.realmId()).isMember(userId, orgId);
    }

    @Override
    public boolean belongsElsewhere(String userId, @Nullable String orgId) {
        return new MembershipQuery(queries.em(), queries.realmId())
                .belongsElsewhere(userId, orgId == null ? NO_ID : orgId);
    }

    @Override
    public boolean isFull(String orgId, int limit) {
        return new Seats(queries.em(), queries.realmId()).areTaken(orgId, limit);
    }

    @Override
    public void saveUsed(String userId, String orgId, Instant now) {
        if (userId.length() <= People.MAX_USER_ID) {
            queries.unflushed(USE)
                    .setParameter("user", userId)
                    .setParameter("org", orgId)
                    .setParameter("now", now.toEpochMilli())
                    .executeUpdate();
        }
    }
}
