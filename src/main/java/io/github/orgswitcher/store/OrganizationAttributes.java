package io.github.orgswitcher.store;

import java.util.List;
import java.util.Map;

/**
 * What an organization's attributes say.
 *
 * @param orgId the organization
 * @param alias its alias, for people
 * @param attributes its attributes
 */
public record OrganizationAttributes(String orgId, String alias, Map<String, List<String>> attributes) {}
