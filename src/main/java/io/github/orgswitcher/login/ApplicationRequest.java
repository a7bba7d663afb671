package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * What an application's authorization request says to the switcher.
 *
 * @param clientId the application
 * @param scope the parameter {@code scope}; null where there is none, as in SAML
 * @param prompt the parameter {@code prompt}; null where there is none
 * @param action the action in the parameter {@code kc_action}; null where there is none
 * @param actionParameter what follows the action's name and a colon; null where there is nothing
 */
public record ApplicationRequest(
        String clientId,
        @Nullable String scope,
        @Nullable String prompt,
        @Nullable String action,
        @Nullable String actionParameter) {

    private static final String VALUE_SEPARATOR = ":";

    /**
     * The request that started a login.
     *
     * @param authSession the authentication session
     * @return its request
     */
    static ApplicationRequest of(AuthenticationSessionModel authSession) {
        return new ApplicationRequest(
                authSession.getClient().getClientId(),
                authSession.getClientNote(OIDCLoginProtocol.SCOPE_PARAM),
                authSession.getClientNote(OIDCLoginProtocol.PROMPT_PARAM),
                authSession.getClientNote(Constants.KC_ACTION),
                authSession.getClientNote(Constants.KC_ACTION_PARAMETER));
    }

    /**
     * The request with these parameters.
     *
     * @param clientId the application
     * @param scope the parameter {@code scope}; null where there is none
     * @param prompt the parameter {@code prompt}; null where there is none
     * @param kcAction the parameter {@code kc_action}; null where there is none
     * @return the request
     */
    public static ApplicationRequest of(
            String clientId, @Nullable String scope, @Nullable String prompt, @Nullable String kcAction) {
        String[] parts = kcAction == null ? new String[] {null} : kcAction.split(VALUE_SEPARATOR, -1);
        return new ApplicationRequest(clientId, scope, prompt, parts[0], parts.length > 1 ? parts[1] : null);
    }

    /**
     * What the login and the application say.
     *
     * @param session a Keycloak session whose context has the application: its client scopes tell which of the scopes
     *     name organizations
     * @param kind how the person signed in
     * @return both together
     */
    public SignIn signIn(KeycloakSession session, SignInKind kind) {
        List<String> organizations = organizations(session);
        return new SignIn(
                kind,
                clientId,
                request(session),
                isAction() ? actionParameter : organizations.size() == 1 ? organizations.get(0) : null,
                TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_NONE));
    }

    /** Whether the application has asked for the switcher itself. */
    boolean isAction() {
        return SwitcherConfig.PROVIDER_ID.equals(action);
    }

    private Request request(KeycloakSession session) {
        if (isAction()) {
            return Request.ACTION;
        }
        if (TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT)) {
            return Request.SELECT;
        }
        return OrganizationScope.ALL.equals(OrganizationScope.valueOfScope(session, scope))
                ? Request.ALL_ORGANIZATIONS
                : Request.NONE;
    }

    /** Aliases in {@code organization:alias} scopes; the scope's own name is the client scope's. */
    private List<String> organizations(KeycloakSession session) {
        if (scope == null) {
            return List.of();
        }
        return TokenManager.parseScopeParameter(scope)
                .filter(each -> OrganizationScope.SPECIFIC.equals(OrganizationScope.valueOfScope(session, each)))
                .map(each -> each.substring(each.indexOf(VALUE_SEPARATOR) + 1))
                .toList();
    }
}
