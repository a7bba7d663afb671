package io.github.orgswitcher.token;

import io.github.orgswitcher.decision.Standing.Choice;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/** Keeps in a refresh token what it was issued for, whatever is chosen later in the session. */
final class ChosenTokens implements TokenPostProcessor {

    /** What no organization's alias can be: Keycloak resolves it to none. */
    private static final String NO_ALIAS = "-none-";

    private final KeycloakSession session;

    ChosenTokens(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        RefreshToken issued = context.refreshToken();
        String grant = context.clientSessionCtx().getAttribute(Constants.GRANT_TYPE, String.class);
        if (issued == null || OAuth2Constants.REFRESH_TOKEN.equals(grant)) {
            return;
        }
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        Choice choice = OrganizationNote.choice(clientSession.getNote(OrganizationNote.NAME));
        if (OrganizationNote.isNone(choice) && issued.getScope() != null) {
            issued.setScope(withNone(clientSession.getClient(), issued.getScope()));
        }
        if (TokenUtil.TOKEN_TYPE_OFFLINE.equals(issued.getType())) {
            keepOffline(clientSession);
        }
    }

    /**
     * Keycloak binds a refresh token to an organization by a claim. One without an organization has no such claim, and
     * would follow the session's next choice; so its scope names one that cannot be. Where the scope has lost what it named,
     * the client's default scope would come back at the refresh, and is named in its place.
     */
    private String withNone(ClientModel client, String scope) {
        List<String> parts = TokenManager.parseScopeParameter(scope).toList();
        Stream<String> defaults = parts.stream().anyMatch(part -> OrganizationScope.valueOfScope(session, part) != null)
                ? Stream.empty()
                : client.getClientScopes(true).keySet().stream().filter(this::isPlain);
        return Stream.concat(parts.stream(), defaults)
                .map(part -> isPlain(part) ? part + ClientScopeModel.VALUE_SEPARATOR + NO_ALIAS : part)
                .collect(Collectors.joining(" "));
    }

    private boolean isPlain(String part) {
        return OrganizationScope.valueOfScope(session, part) == OrganizationScope.ANY;
    }

    /** Keycloak copies the notes when it makes an offline session, but not for the next token of the same one. */
    private void keepOffline(AuthenticatedClientSessionModel clientSession) {
        String note = clientSession.getNote(OrganizationNote.NAME);
        UserSessionModel offline = session.sessions()
                .getOfflineUserSession(
                        clientSession.getRealm(), clientSession.getUserSession().getId());
        AuthenticatedClientSessionModel kept = note == null || offline == null
                ? null
                : offline.getAuthenticatedClientSessionByClient(
                        clientSession.getClient().getId());
        if (kept != null) {
            kept.setNote(OrganizationNote.NAME, note);
        }
    }

    @Override
    public void close() {}
}
