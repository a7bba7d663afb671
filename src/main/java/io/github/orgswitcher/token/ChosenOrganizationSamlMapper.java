package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OrganizationAttribute;

/** The assertion's attribute {@code organization}: the one that was chosen, and none after going on with none. */
public final class ChosenOrganizationSamlMapper extends OrganizationAttribute {

    /** Made by Keycloak. */
    public ChosenOrganizationSamlMapper() {
        super(OrganizationNote::told);
    }
}
