package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OneOrganizationClaims;

/** Claims about the organization that a token is for, flat ones, which applications read that know one organization at a time. */
public final class ActiveOrganizationMapper extends OneOrganizationClaims {

    static final String PROVIDER_ID = "org-switcher-oidc-mapper";

    /** Made by Keycloak. */
    public ActiveOrganizationMapper() {
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
        return "Adds the claims org_id, org_alias and org_name of the organization that the login is for, also without the"
                + " scope \"organization\"; none where no organization was chosen, or where the scope asks for several.";
    }
}
