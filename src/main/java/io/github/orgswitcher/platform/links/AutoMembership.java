package io.github.orgswitcher.platform.links;

/**
 * A door that Keycloak itself opens: who first comes by the provider is made a member, with no verified email asked, no choice, and
 * no seat counted.
 *
 * @param orgId the organization
 * @param orgAlias its alias
 * @param orgName its name
 * @param providerAlias the identity provider's alias
 * @param everybody whether it is open to all, as the organization has no domains; else to those of a domain
 */
public record AutoMembership(String orgId, String orgAlias, String orgName, String providerAlias, boolean everybody) {}
