package io.github.orgswitcher.platform.mapper;

import java.util.Map;
import org.keycloak.models.OrganizationModel;

/** What tokens and assertions tell of one organization, in names of their own. */
final class OrganizationFacts {

    private OrganizationFacts() {}

    /** The claims, or attributes, by their names. */
    static Map<String, String> of(OrganizationModel organization) {
        return Map.of(
                "org_id", organization.getId(),
                "org_alias", organization.getAlias(),
                "org_name", organization.getName());
    }
}
