package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.OrganizationRef;

/**
 * A domain of Keycloak's own that its organization does not allow: it lets nobody in.
 *
 * @param name the domain as Keycloak has it, which may be none here
 * @param organization the organization
 */
public record UnallowedDomain(String name, OrganizationRef organization) {}
