package org.keycloak.models;

import org.keycloak.representations.idm.MembershipType;

/** A stand-in of the shape that Keycloak 26.8 has published. */
public class OrganizationIdentityProviderLinkModel {

    private final boolean autoMembership;
    private final MembershipType membershipType;

    public OrganizationIdentityProviderLinkModel(boolean autoMembership, MembershipType membershipType) {
        this.autoMembership = autoMembership;
        this.membershipType = membershipType;
    }

    public boolean isAutoMembership() {
        return autoMembership;
    }

    public MembershipType getMembershipType() {
        return membershipType;
    }
}
