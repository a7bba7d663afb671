package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.policy.PolicyValues;

/**
 * An allowed domain and the organization that holds it.
 *
 * @param domain the pattern: lower case, A-labels, {@code *.} prefix kept
 * @param source who owns the row
 * @param verification whether the organization has proven that it owns the domain
 * @param policy what the domain says for itself
 * @param organization the organization
 */
public record HeldDomain(
        String domain, Source source, Verification verification, PolicyValues policy, OrganizationRef organization) {}
