package org.keycloak.models;

import java.util.Map;
import java.util.Set;

/** A stand-in of the shape that Keycloak 26.8 has published: no organization of its own, but a set of them. */
public class IdentityProviderModel {

    private final String alias;
    private final Set<String> organizationIds;
    private final boolean enabled;

    public IdentityProviderModel(String alias, Set<String> organizationIds, boolean enabled) {
        this.alias = alias;
        this.organizationIds = organizationIds;
        this.enabled = enabled;
    }

    public String getInternalId() {
        return "id-of-" + alias;
    }

    public String getAlias() {
        return alias;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Map<String, String> getConfig() {
        return Map.of();
    }

    public Set<String> getOrganizationIds() {
        return organizationIds;
    }

    public boolean hasOrganization() {
        return !organizationIds.isEmpty();
    }

    public boolean isLinkedToOrganization(String organizationId) {
        return organizationIds.contains(organizationId);
    }
}
