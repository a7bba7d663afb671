package io.github.orgswitcher.platform.mapper;

import org.keycloak.models.KeycloakSession;

/**
 * Says what may be told of a person's organizations.
 *
 * @param <C> what tells it: a token's scopes and client session, or the client session that an assertion is for
 */
@FunctionalInterface
public interface Teller<C> {

    /**
     * Says it.
     *
     * @param session the session of the request
     * @param context what tells it
     * @return what may be told; where it is one organization, Keycloak's scope finds it by itself for the claim
     */
    Told told(KeycloakSession session, C context);
}
