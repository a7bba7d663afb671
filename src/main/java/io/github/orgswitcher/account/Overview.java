package io.github.orgswitcher.account;

import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.decision.Standing.Offer;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.OpenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a signed-in person and the realm's organizations stand.
 *
 * @param active the organization that the person works in; null for none
 * @param memberships the person's organizations
 * @param offers what the person may join, or ask to
 * @param invitations what the person can accept
 * @param requests what the person has asked and nobody has decided
 * @param mayCreate whether the person may create an organization
 */
record Overview(
        @Nullable OrganizationRef active,
        List<Membership> memberships,
        List<Offer> offers,
        List<Invitation> invitations,
        List<OpenRequest> requests,
        boolean mayCreate) {

    /**
     * One of the person's organizations.
     *
     * @param organization the organization
     * @param joined how the person has joined; null where that is not on record
     */
    record Membership(
            OrganizationRef organization, @Nullable Enrollment joined) {}
}
