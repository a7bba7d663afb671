package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignIn.Request;
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
                new SignInKindReader(session, authSession).read(),
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
}
