package org.keycloak.organization;

import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.OrganizationIdentityProviderLinkModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/** A stand-in of the shape that Keycloak 26.8 has published, as far as it is asked. */
public interface OrganizationProvider extends Provider {

    OrganizationModel getById(String id);

    OrganizationModel getByDomainName(String domainName);

    Stream<OrganizationModel> getByMember(UserModel member);

    boolean isEnabled();

    boolean hasOrganizations();

    OrganizationIdentityProviderLinkModel getIdentityProviderLink(
            OrganizationModel organization, IdentityProviderModel identityProvider);
}
