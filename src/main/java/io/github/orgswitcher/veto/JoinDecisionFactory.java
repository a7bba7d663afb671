package io.github.orgswitcher.veto;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes a {@link JoinDecision} for a Keycloak session, and needs to do no more than that. */
public interface JoinDecisionFactory extends ProviderFactory<JoinDecision> {

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
