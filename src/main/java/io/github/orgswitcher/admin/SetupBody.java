package io.github.orgswitcher.admin;

import io.github.orgswitcher.setup.SetupRequest;
import io.github.orgswitcher.setup.WantedOrganization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a call of {@code PUT setup} asks for.
 *
 * @param realm what is to be on
 * @param organization an organization that there is to be
 * @param adminTheme whether the Admin Console of whoever asks is to have the extension's tab, where they may decide that
 */
record SetupBody(SetupRequest realm, Optional<WantedOrganization> organization, boolean adminTheme) {

    static final String ADMIN_THEME = "adminTheme";

    /** Whether it asks for more than was to be had by the first versions of the call, which answer with nothing. */
    boolean asksForMore() {
        return adminTheme || organization.isPresent();
    }

    /**
     * The body as JSON.
     *
     * @param enabled whether the required action is to be on; true when absent
     * @param organizationsEnabled whether Keycloak's organizations are to be switched on; true when absent
     * @param identityProviders aliases of the identity providers whose logins end with the switcher
     * @param browserFlow whether the browser flow takes a session's organization along; true when absent
     * @param passwordless whether people can sign in by email
     * @param emailSecondFactor whether that asks for an account's second factor, too; true when absent
     * @param organization an organization that there is to be
     * @param adminTheme whether the Admin Console of whoever asks is to have the extension's tab
     */
    @Schema(name = "SetupChange")
    record SetupWish(
            boolean enabled,
            boolean organizationsEnabled,
            Set<String> identityProviders,
            boolean browserFlow,
            boolean passwordless,
            boolean emailSecondFactor,
            @Nullable WishedOrganization organization,
            boolean adminTheme) {}

    /**
     * An organization as JSON.
     *
     * @param name its name
     * @param alias its alias; where it is absent, it is made of the name
     * @param allowedDomains domains that it is to let in; where it is absent, none
     */
    @Schema(name = "NewSetupOrganization")
    record WishedOrganization(
            String name, @Nullable String alias, @Nullable List<String> allowedDomains) {}
}
