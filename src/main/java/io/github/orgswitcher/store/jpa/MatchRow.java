package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.decision.Terms;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.DomainPolicy;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.store.Verification;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;

/** What is selected of an organization and one of its allowed domains. */
final class MatchRow {

    private static final String COLUMNS = """
            o.id as orgId, o.alias as alias, o.name as name, o.enabled as enabled,
            d.domain as domain, d.verification as verification, d.backing as backing,
            %s as own, %s as proofs, %s, e.status as status, e.updatedAt as since,
            %s as member, %s as members
            """;

    /** What there is to know of the policy: what the owners say of it, and what the allowed domain says for itself. */
    private static final String POLICY = "p as api, a as declared, d.source as source, d.joinMode as joinMode,"
            + " d.defaultGroups as defaultGroups";

    private MatchRow() {}

    /**
     * Selects.
     *
     * @param member whether the person is a member
     * @param members how many there are
     */
    static String columns(String member, String members) {
        return columns(JpaDomainProofs.OWN, JpaDomainProofs.ALL, member, members);
    }

    /**
     * Selects, where proofs are told in another way.
     *
     * @param own how many proofs of the person's domain are the organization's
     * @param proofs how many there are
     * @param member whether the person is a member
     * @param members how many there are
     */
    static String columns(String own, String proofs, String member, String members) {
        return COLUMNS.formatted(own, proofs, POLICY, member, members);
    }

    /** Empty where no organization matches. */
    static Optional<Match> match(Tuple row) {
        return row.get("orgId") == null
                ? Optional.empty()
                : Optional.of(new Match(
                        row.get("orgId", String.class),
                        row.get("alias", String.class),
                        row.get("name", String.class),
                        row.get("enabled", Boolean.class),
                        row.get("domain", String.class),
                        row.get("verification", Verification.class) == Verification.VERIFIED,
                        row.get("backing", Backing.class)
                                .where(organization(row).hasPeopleJoinedByAttribute()),
                        said(row).word(organization(row)),
                        row.get("own", Long.class) > 0,
                        row.get("proofs", Long.class) > row.get("own", Long.class),
                        terms(row),
                        row.get("member", Boolean.class),
                        row.get("members", Long.class),
                        row.get("status", EnrollmentStatus.class),
                        Optional.ofNullable(row.get("since", Long.class))
                                .map(Instant::ofEpochMilli)
                                .orElse(null),
                        null));
    }

    /** On which terms an organization lets people in who come over the allowed domain, of a row with the {@link #POLICY}. */
    static Terms terms(Tuple row) {
        return said(row).over(organization(row)).inForce().terms();
    }

    private static JoinPolicy organization(Tuple row) {
        return new JoinPolicy(said(row, "declared"), said(row, "api"));
    }

    /** What an allowed domain says for itself; nothing where there is none. */
    static DomainPolicy said(Tuple row) {
        Source source = row.get("source", Source.class);
        return source == null
                ? DomainPolicy.NONE
                : new DomainPolicy(
                        source,
                        AllowedDomainEntity.policy(
                                row.get("joinMode", String.class), row.get("defaultGroups", String.class)));
    }

    private static PolicyValues said(Tuple row, String owner) {
        JoinPolicyEntity policy = row.get(owner, JoinPolicyEntity.class);
        return policy == null ? PolicyValues.NONE : policy.toValues();
    }
}
