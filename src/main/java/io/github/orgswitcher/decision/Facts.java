package io.github.orgswitcher.decision;

import org.jspecify.annotations.Nullable;

/**
 * What a person whose email domain an organization allows has to show for it, and what the organization asks for.
 *
 * @param organizationEnabled whether the organization is enabled
 * @param member whether the person is a member
 * @param admissible whether Keycloak can keep a membership of the person
 * @param joinMode what a match gives
 * @param domain whether the allowed domain opens the organization
 * @param kindCounts whether the kind of sign-in opens the organization
 * @param emailVerified whether the person's email address is verified
 * @param proofReaches whether that proof counts for this organization
 * @param seatLeft whether one more member is allowed
 * @param history how the person and the organization stand; null where they never met
 */
public record Facts(
        boolean organizationEnabled,
        boolean member,
        boolean admissible,
        JoinMode joinMode,
        DomainStatus domain,
        boolean kindCounts,
        boolean emailVerified,
        boolean proofReaches,
        boolean seatLeft,
        @Nullable EnrollmentStatus history) {}
