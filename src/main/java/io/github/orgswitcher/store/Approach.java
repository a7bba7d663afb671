package io.github.orgswitcher.store;

import io.github.orgswitcher.domain.EmailDomain;

/**
 * People of an email domain, whoever they are, before one organization.
 *
 * @param orgId the organization
 * @param domain the domain of their addresses
 */
public record Approach(String orgId, EmailDomain domain) {}
