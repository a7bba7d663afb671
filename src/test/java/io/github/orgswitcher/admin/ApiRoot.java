package io.github.orgswitcher.admin;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.jspecify.annotations.Nullable;

/** Stands in for the part of the path that Keycloak itself serves, for the API document. */
@Path("/admin/realms/{realm}/org-switcher")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "keycloak-org-switcher REST",
                        version = "0.1",
                        description =
                                "Who gets into which organization, and how. Permissions are those that Keycloak asks"
                                        + " for on the organization itself, fine-grained ones included. Errors have Keycloak's"
                                        + " form; their sentences are in the language of whoever asks. What begins with"
                                        + " /realms is for applications, with an access token of a signed-in person.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "https://keycloak.example"),
        security = @SecurityRequirement(name = "admin"))
@SecurityScheme(
        securitySchemeName = "admin",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An access token of an administrator")
final class ApiRoot {

    @Path("/")
    public @Nullable OrgSwitcherAdminResource resource(
            @Parameter(description = "The realm's name") @PathParam("realm") String realm) {
        return null;
    }
}
