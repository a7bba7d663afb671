package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OrganizationGroupsAttribute;
import io.github.orgswitcher.platform.mapper.Told;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;

/** A member's groups and roles in an assertion: only those of the organization that was chosen. */
public final class ChosenOrganizationGroupsSamlMapper extends OrganizationGroupsAttribute {

    @Override
    protected Told told(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        return OrganizationNote.told(clientSession);
    }
}
