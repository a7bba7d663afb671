package io.github.orgswitcher.decision;

import java.time.Instant;

/**
 * An invitation of Keycloak's own to a person's proven email address, which has not expired.
 *
 * @param id its id
 * @param organization the organization that invites, which is enabled and the person is no member of
 * @param expiresAt until when it can be accepted
 * @param seatLeft whether the organization has a place for one more member
 * @param dismissed whether the person saw it before and chose something else
 */
public record Invitation(
        String id, OrganizationRef organization, Instant expiresAt, boolean seatLeft, boolean dismissed) {}
