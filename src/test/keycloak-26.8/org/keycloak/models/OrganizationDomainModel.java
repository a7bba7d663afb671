package org.keycloak.models;

/** A stand-in of the shape that Keycloak 26.8 has published: a domain says itself where it is at home. */
public class OrganizationDomainModel {

    public static final String ANY_DOMAIN = "ANY";

    private final String name;
    private final String identityProviderAlias;
    private final boolean autoRedirect;

    public OrganizationDomainModel(String name, String identityProviderAlias, boolean autoRedirect) {
        this.name = name;
        this.identityProviderAlias = identityProviderAlias;
        this.autoRedirect = autoRedirect;
    }

    public String getName() {
        return name;
    }

    public boolean isVerified() {
        return false;
    }

    public String getIdentityProviderAlias() {
        return identityProviderAlias;
    }

    public boolean isAutoRedirect() {
        return autoRedirect;
    }
}
