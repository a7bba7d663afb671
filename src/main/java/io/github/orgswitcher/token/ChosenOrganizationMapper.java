package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OrganizationClaim;
import io.github.orgswitcher.platform.mapper.Told;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;

/**
 * The claim {@code organization}. Who belongs to one organization gets it from Keycloak whatever was chosen
 * ({@code OrganizationScope.ANY} looks at no note then); here that person gets none after going on with none.
 */
public final class ChosenOrganizationMapper extends OrganizationClaim {

    @Override
    protected Told told(KeycloakSession session, ClientSessionContext context) {
        return OrganizationNote.told(OrganizationNote.deciding(session, context));
    }
}
