package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** Reads from an authentication session how the person signed in and what the application asks for. */
final class SignInReader {

    private static final String SCOPE_VALUE_SEPARATOR = ":";

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;

    SignInReader(KeycloakSession session, AuthenticationSessionModel authSession) {
        this.session = session;
        this.authSession = authSession;
    }

    SignIn read() {
        String prompt = authSession.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
        List<String> organizations = requestedOrganizations();
        return new SignIn(
                kind(),
                authSession.getClient().getClientId(),
                request(prompt),
                isAction()
                        ? authSession.getClientNote(Constants.KC_ACTION_PARAMETER)
                        : organizations.size() == 1 ? organizations.get(0) : null,
                TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_NONE));
    }

    /** Whether the application has asked for the switcher itself. */
    boolean isAction() {
        return SwitcherConfig.PROVIDER_ID.equals(authSession.getClientNote(Constants.KC_ACTION));
    }

    private Request request(@Nullable String prompt) {
        if (isAction()) {
            return Request.ACTION;
        }
        if (TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT)) {
            return Request.SELECT;
        }
        return OrganizationScope.ALL.equals(OrganizationScope.valueOfScope(session))
                ? Request.ALL_ORGANIZATIONS
                : Request.NONE;
    }

    /** Aliases in {@code organization:alias} scopes; the scope's own name is the client scope's. */
    private List<String> requestedOrganizations() {
        String scopes = authSession.getClientNote(OIDCLoginProtocol.SCOPE_PARAM);
        if (scopes == null) {
            return List.of();
        }
        return TokenManager.parseScopeParameter(scopes)
                .filter(scope -> OrganizationScope.SPECIFIC.equals(OrganizationScope.valueOfScope(session, scope)))
                .map(scope -> scope.substring(scope.indexOf(SCOPE_VALUE_SEPARATOR) + 1))
                .toList();
    }

    private SignInKind kind() {
        String alias = identityProvider();
        if (alias == null) {
            return SignInKind.PASSWORD;
        }
        IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
        return provider == null || provider.getOrganizationId() == null ? SignInKind.SOCIAL : SignInKind.ENTERPRISE;
    }

    /** In a post-broker-login flow Keycloak has not yet noted the provider for the session; afterwards it has. */
    private @Nullable String identityProvider() {
        SerializedBrokeredIdentityContext brokered = SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                authSession, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT);
        if (brokered != null) {
            return brokered.getIdentityProviderId();
        }
        String noted = authSession.getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
        if (noted != null || !AuthenticatorUtil.isSSOAuthentication(authSession)) {
            return noted;
        }
        UserSessionModel userSession = new AuthenticationSessionManager(session).getUserSession(authSession);
        return userSession == null ? null : userSession.getNote(Details.IDENTITY_PROVIDER);
    }
}
