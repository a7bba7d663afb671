package io.github.orgswitcher.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Has each token that is issued pass by {@link ChosenTokens}. */
public final class ChosenTokensFactory implements TokenPostProcessorFactory {

    @Override
    public String getId() {
        return "org-switcher";
    }

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new ChosenTokens(session);
    }
}
