package io.github.orgswitcher.platform.mapper;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;
import org.keycloak.representations.RefreshToken;

/** Has each refresh token that is issued for a login, and not for another refresh token, pass by before it is signed. */
public abstract class IssuedTokens implements TokenPostProcessorFactory {

    /**
     * Sees a token, and may change it.
     *
     * @param session the session of the request
     * @param token the token
     * @param clientSession the client session that it is of
     */
    protected abstract void issued(
            KeycloakSession session, RefreshToken token, AuthenticatedClientSessionModel clientSession);

    @Override
    public final TokenPostProcessor create(KeycloakSession session) {
        return new TokenPostProcessor() {
            @Override
            public void process(TokenPostProcessorContext context) {
                if (context.refreshToken() != null && !IssuedClaims.areRefreshed(context.clientSessionCtx())) {
                    issued(
                            session,
                            context.refreshToken(),
                            context.clientSessionCtx().getClientSession());
                }
            }

            @Override
            public void close() {}
        };
    }
}
