package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OrganizationGroupsAttribute;

/** A member's groups and roles in an assertion: only those of the organization that was chosen. */
public final class ChosenOrganizationGroupsSamlMapper extends OrganizationGroupsAttribute {

    /** Made by Keycloak. */
    public ChosenOrganizationGroupsSamlMapper() {
        super(OrganizationNote::told);
    }
}
