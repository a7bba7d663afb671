package io.github.orgswitcher.platform.mapper;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;

/**
 * Finds the one organization that something is issued for.
 *
 * @param <I> what is issued
 */
@FunctionalInterface
public interface Finder<I> {

    /**
     * Finds it.
     *
     * @param session the session of the request
     * @param issued what is issued
     * @return the organization; empty where it is none, or several
     */
    Optional<OrganizationModel> find(KeycloakSession session, I issued);
}
