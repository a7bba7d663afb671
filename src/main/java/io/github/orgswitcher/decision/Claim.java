package io.github.orgswitcher.decision;

import org.jspecify.annotations.Nullable;

/**
 * What a person whose email domain an organization allows has to show for it, and what the organization asks for.
 *
 * @param organizationEnabled whether the organization is enabled
 * @param member whether the person is a member
 * @param joinMode what a match gives
 * @param domainCounts whether the allowed domain is proven, where it must be
 * @param kindCounts whether the kind of sign-in opens the organization
 * @param emailVerified whether the person's email address is verified
 * @param seatLeft whether one more member is allowed
 * @param history how the person and the organization stand; null where they never met
 */
public record Claim(
        boolean organizationEnabled,
        boolean member,
        JoinMode joinMode,
        boolean domainCounts,
        boolean kindCounts,
        boolean emailVerified,
        boolean seatLeft,
        @Nullable EnrollmentStatus history) {}
