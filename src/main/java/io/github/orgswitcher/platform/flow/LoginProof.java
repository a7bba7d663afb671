package io.github.orgswitcher.platform.flow;

import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What Keycloak has noted of how a login was proven.
 *
 * @param authSession the login
 */
public record LoginProof(AuthenticationSessionModel authSession) {

    /**
     * The identity provider that the person has come by. In a post-broker-login flow Keycloak has not yet noted it for the
     * session; afterwards it has.
     *
     * @return its alias; empty where the person has come by none
     */
    public Optional<String> provider() {
        return Optional.ofNullable(SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                        authSession, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT))
                .map(SerializedBrokeredIdentityContext::getIdentityProviderId)
                .or(() -> Optional.ofNullable(authSession.getUserSessionNotes().get(Details.IDENTITY_PROVIDER)));
    }

    /**
     * The credentials that steps have noted. Keycloak's page for the name alone notes a password, too.
     *
     * @return their types
     */
    public List<String> credentials() {
        return AuthenticatorUtil.getAuthnCredentials(authSession);
    }

    /**
     * Whether a session's cookie has proven it.
     *
     * @return whether it has, for this request or an earlier one of the login
     */
    public boolean isByCookie() {
        return AuthenticatorUtil.isSSOAuthentication(authSession);
    }

    /**
     * Whether Keycloak asks for a whole new login, so that a session's earlier proof says nothing about it.
     *
     * @return whether it does
     */
    public boolean isAskedAnew() {
        return AuthenticatorUtil.isForcedReauthentication(authSession);
    }
}
