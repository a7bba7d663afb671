package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.mapper.OrganizationAttribute;
import io.github.orgswitcher.platform.mapper.Told;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;

/** The assertion's attribute {@code organization}: the one that was chosen, and none after going on with none. */
public final class ChosenOrganizationSamlMapper extends OrganizationAttribute {

    @Override
    protected Told told(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        return OrganizationNote.told(clientSession);
    }
}
