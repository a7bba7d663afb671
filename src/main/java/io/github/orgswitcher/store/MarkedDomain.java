package io.github.orgswitcher.store;

/**
 * A domain of Keycloak's own that is marked verified, which counts as a proof.
 *
 * @param orgId the organization
 * @param name the domain: lower case, A-labels, without the {@code *.} of a wildcard
 * @param claimed whether an administrator of this organization alone has marked it, who proves nothing by that
 */
public record MarkedDomain(String orgId, String name, boolean claimed) {}
