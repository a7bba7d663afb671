package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.OrganizationRef;

/**
 * An allowed domain and the organization that holds it.
 *
 * @param domain the pattern: lower case, A-labels, {@code *.} prefix kept
 * @param source who owns the row
 * @param verification whether the organization has proven that it owns the domain
 * @param organization the organization
 */
public record HeldDomain(String domain, Source source, Verification verification, OrganizationRef organization) {}
