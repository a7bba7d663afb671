package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OrganizationClaim;

/**
 * The claim {@code organization}. Who belongs to one organization gets it from Keycloak whatever was chosen
 * ({@code OrganizationScope.ANY} looks at no note then); here that person gets none after going on with none.
 */
public final class ChosenOrganizationMapper extends OrganizationClaim {

    /** Made by Keycloak. */
    public ChosenOrganizationMapper() {
        super(OrganizationNote::told);
    }
}
