package io.github.orgswitcher.admin;

import io.github.orgswitcher.account.InvitationsResource;
import io.github.orgswitcher.account.OrganizationsResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** Stands in for the part of the path that Keycloak and our first locator serve, for the API document. */
@Path("/realms/{realm}/org-switcher")
@SecurityScheme(
        securitySchemeName = "account",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An access token of a signed-in person, for the audience `account`")
final class AccountApiRoot {

    @Path("organizations")
    public @Nullable OrganizationsResource organizations(
            @Parameter(description = "The realm's name") @PathParam("realm") String realm) {
        return null;
    }

    @Path("invitations")
    public @Nullable InvitationsResource invitations(
            @Parameter(description = "The realm's name") @PathParam("realm") String realm) {
        return null;
    }
}
