package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OneOrganizationAttributes;

/** An assertion's attributes about the organization that it is for. */
public final class ActiveOrganizationSamlMapper extends OneOrganizationAttributes {

    static final String PROVIDER_ID = "org-switcher-saml-mapper";

    /** Made by Keycloak. */
    public ActiveOrganizationSamlMapper() {
        super(TokenOrganization::of);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Active organization";
    }

    @Override
    public String getHelpText() {
        return "Adds the attributes org_id, org_alias and org_name of the organization that the login is for; none where no"
                + " organization was chosen, or where nobody was asked and the person belongs to several.";
    }
}
