package org.keycloak.models;

import java.util.stream.Stream;

/** A stand-in of the shape that Keycloak 26.8 has published, as far as it is asked: it has no redirect mode. */
public interface OrganizationModel {

    String getId();

    boolean isEnabled();

    Stream<OrganizationDomainModel> getDomains();

    Stream<IdentityProviderModel> getIdentityProviders();

    boolean isManaged(UserModel user);
}
