package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OrganizationGroupsClaim;
import io.github.orgswitcher.platform.mapper.Told;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;

/** A member's groups: those of the organization that the token is for, and none after going on with none. */
public final class ChosenOrganizationGroupsMapper extends OrganizationGroupsClaim {

    @Override
    protected Told told(KeycloakSession session, ClientSessionContext context) {
        return OrganizationNote.told(OrganizationNote.deciding(session, context));
    }
}
