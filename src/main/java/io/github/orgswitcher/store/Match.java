package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySettings;
import org.jspecify.annotations.Nullable;

/**
 * An organization that holds one of the domains asked for.
 *
 * @param orgId the organization
 * @param alias its alias
 * @param name its name
 * @param enabled whether it is enabled
 * @param domain the allowed domain that matched
 * @param verification whether the organization has proven that it owns the domain
 * @param claimed whether an administrator of this organization alone has added the domain
 * @param proven whether the organization has proven the person's email domain, or one above it
 * @param provenByAnother whether another organization has
 * @param policy what the match gives, and to whom
 * @param members how many members the organization has; 0 where its policy sets no limit
 * @param status how the user stands to it; null where there is no enrollment
 */
public record Match(
        String orgId,
        String alias,
        String name,
        boolean enabled,
        String domain,
        Verification verification,
        boolean claimed,
        boolean proven,
        boolean provenByAnother,
        JoinPolicy policy,
        long members,
        @Nullable EnrollmentStatus status) {

    /**
     * Whether the domain opens the organization, whoever comes.
     *
     * @param rule what a proof is worth in the realm
     * @return whether it does, or why not
     */
    public DomainStatus domainStatus(ProvenDomains rule) {
        return policy.inForce().get(PolicySettings.REQUIRE_VERIFIED_DOMAIN) && verification != Verification.VERIFIED
                ? DomainStatus.NOT_VERIFIED
                : rule.judge(proven, provenByAnother, claimed);
    }
}
