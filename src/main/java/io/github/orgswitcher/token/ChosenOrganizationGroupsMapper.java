package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OrganizationGroupsClaim;

/** A member's groups: those of the organization that the token is for, and none after going on with none. */
public final class ChosenOrganizationGroupsMapper extends OrganizationGroupsClaim {

    /** Made by Keycloak. */
    public ChosenOrganizationGroupsMapper() {
        super(OrganizationNote::told);
    }
}
