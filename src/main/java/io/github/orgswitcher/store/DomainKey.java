package io.github.orgswitcher.store;

/**
 * What makes an allowed domain the one it is.
 *
 * @param orgId the organization
 * @param domain the pattern: lower case, A-labels, {@code *.} prefix kept
 */
public record DomainKey(String orgId, String domain) {}
