package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.policy.PolicySettings;
import org.jspecify.annotations.Nullable;

/**
 * What {@link io.github.orgswitcher.decision.Verdict} says of an organization, in the words of the database, so that no more is
 * read than is shown. It leaves out what it cannot know: whether the person's address is proven, and how far the proof reaches.
 * The verdict itself is always reached in Java, of the rows that are read.
 *
 * <p>Several of an organization's allowed domains may match, and one of them decides, as
 * {@link io.github.orgswitcher.decision.Candidates} says; the others have the last rank.
 *
 * <p>{@code o} is the organization, {@code d} its allowed domain, {@code p} and {@code a} what the owners say of its policy, and
 * {@code e} the person's enrollment.
 */
final class Opening {

    /** All that is known of an organization, beside an allowed domain. */
    static final String JOINS = """
            left join JoinPolicyEntity p on p.orgId = o.id and p.source = API
              left join JoinPolicyEntity a on a.orgId = o.id and a.source = ATTRIBUTE
              left join EnrollmentEntity e on e.orgId = o.id and e.userId = :user
            """;

    /** As {@link io.github.orgswitcher.store.DomainPolicy#over} says. */
    private static final String MODE =
            "coalesce(case when d.source = ATTRIBUTE then d.joinMode end, a.joinMode, d.joinMode," + " p.joinMode, '"
                    + standardMode() + "')";

    private static final String LIMIT = "coalesce(a.maxMembers, p.maxMembers)";
    private static final String KINDS = "coalesce(a.signInKinds, p.signInKinds)";

    /** How many members there are, where it matters to the person. */
    private static final String MEMBERS =
            "case when " + LIMIT + " is null or %s then 0L else " + PolicyQueries.SEATS_TAKEN + " end";

    /**
     * What gives way is behind what does not, and then one that is none but the address's own is the more specific, the longer it
     * is.
     */
    private static final String WEIGHT = """
            case when %1$s.domain = :exact then 1000 else length(%1$s.domain) end
                         + case when %1$s.backing = REALM then 2000 when %1$s.joinMode is not null then 2000
                                when %1$s.defaultGroups is not null then 2000 else 0 end""";

    /** Whether another domain of the organization decides, which is {@code x}. */
    private static final String PASSED_OVER = """
            case when d.domain <> :exact then 1 when d.backing <> REALM then 1 else 0 end = 1 and exists (
                      select 1 from AllowedDomainEntity x
                       where x.realmId = :realm and x.orgId = o.id and x.domain in (:patterns) and x.domain <> d.domain
                         and %s > %s
                         and case when x.joinMode is not null then 1
                                  when x.defaultGroups is not null then 1
                                  %s
                                  else 1 end = 1)
            """;

    /** What a domain gets that has to be verified, and is not. */
    private static final String NOT_VERIFIED = """
            when a.requireVerifiedDomain is null and p.requireVerifiedDomain = true and %1$s.verification <> VERIFIED then %2$s
                 when a.requireVerifiedDomain = true and %1$s.verification <> VERIFIED then %2$s
            """;

    /** Those that are joined come before those that are asked. */
    static final String BY_VERDICT = "case when " + MODE + " = '" + JoinMode.REQUEST + "' then 1 else 0 end";

    /** Stands for everything before and after a kind of sign-in, each of which has a line of its own. */
    static final String LINE = "\n";

    /**
     * The best that is to be known of a person first: joins with no question, what is new, what waits, what was seen, what is
     * none of these, and what is not asked. That no kinds are named is asked: to Oracle, nothing beside a text is the text. Conditions one after the other, and none in brackets: with brackets in brackets, Hibernate takes seconds to
     * read a query.
     */
    private static final String RANK = """
            case when o.enabled = false then 4
                 when %7$s then 5
                 when %1$s = 'DISABLED' then 4
                 when e.status = DENIED and %1$s <> 'REQUEST' then 4
                 when e.status = DENIED and e.updatedAt > :deniedUntil then 4
                 when %2$s is not null and concat(:line, %2$s, :line) not like :kind then 4
                 when %3$s then 4
                 %4$s
                 when %1$s = 'REQUEST' and e.status = REQUESTED then 2
                 when %5$s <= %6$s then 4
                 when %1$s = 'AUTOMATIC' and d.backing <> AFFILIATION and e.status is null then 0
                 when %1$s = 'AUTOMATIC' and d.backing <> AFFILIATION and e.status <> LEFT then 0
                 when %1$s = 'AUTOMATIC' and %8$s > 0 and e.status is null then 0
                 when %1$s = 'AUTOMATIC' and %8$s > 0 and e.status <> LEFT then 0
                 when e.status is null then 1
                 when e.status = REQUESTED then 1
                 else 3 end
            """;

    /** The ranks of offers. */
    private static final String OFFERED = " in (0, 1, 3)";

    private final ProvenDomains rule;
    private final Membership membership;

    Opening(ProvenDomains rule, Membership membership) {
        this.rule = rule;
        this.membership = membership;
    }

    String rank() {
        return RANK.formatted(
                MODE,
                KINDS,
                membership.exists(),
                closed("d", 4),
                LIMIT,
                PolicyQueries.SEATS_TAKEN,
                PASSED_OVER.formatted(WEIGHT.formatted("x"), WEIGHT.formatted("d"), closed("x", 0)),
                JpaDomainProofs.OWN);
    }

    String offered() {
        return rank() + OFFERED;
    }

    String members() {
        return MEMBERS.formatted(membership.exists());
    }

    /** What a domain gets that does not open its organization, whoever comes, as {@link ProvenDomains#judge} says. */
    private String closed(String domain, int rank) {
        String unproven =
                switch (rule) {
                    case OFF -> "";
                    case ALWAYS -> "when %1$s = 0 then %4$s";
                    case PROTECT -> """
                        when %3$s.backing = CLAIM and %1$s = 0 then %4$s
                        when %3$s.backing = AFFILIATION and a.joinMode = 'AUTOMATIC' and %1$s = 0 then %4$s
                        when %2$s > 0 and %1$s = 0 then %4$s""";
                };
        return NOT_VERIFIED.formatted(domain, rank)
                + unproven.formatted(JpaDomainProofs.OWN, JpaDomainProofs.ALL, domain, rank);
    }

    /** The parameter {@code kind}. */
    static String kind(@Nullable SignInKind kind) {
        return kind == null ? "%" : "%" + LINE + kind + LINE + "%";
    }

    private static JoinMode standardMode() {
        return PolicySettings.JOIN_MODE.standard().orElseThrow();
    }
}
