package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.OrganizationScopes;
import io.github.orgswitcher.platform.mapper.IssuedTokens;
import io.github.orgswitcher.platform.mapper.Told;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/** Keeps in a refresh token what it was issued for, whatever is chosen later in the session. */
public final class ChosenTokens extends IssuedTokens {

    /** What no organization's alias can be: Keycloak resolves it to none. */
    private static final String NO_ALIAS = "-none-";

    @Override
    public String getId() {
        return "org-switcher";
    }

    @Override
    protected void issued(KeycloakSession session, RefreshToken token, AuthenticatedClientSessionModel clientSession) {
        if (OrganizationNote.told(session, clientSession) instanceof Told.Nothing && token.getScope() != null) {
            token.setScope(withNone(new OrganizationScopes(session), clientSession.getClient(), token.getScope()));
        }
        if (TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType())) {
            keepOffline(session, clientSession);
        }
    }

    /**
     * Keycloak binds a refresh token to an organization by a claim. One without an organization has no such claim, and
     * would follow the session's next choice; so its scope names one that cannot be. Where the scope has lost what it named,
     * the client's default scope would come back at the refresh, and is named in its place.
     */
    private static String withNone(OrganizationScopes scopes, ClientModel client, String scope) {
        List<String> parts = OrganizationScopes.split(scope);
        Stream<String> defaults =
                parts.stream().anyMatch(part -> scopes.kindOf(part).isPresent())
                        ? Stream.empty()
                        : client.getClientScopes(true).keySet().stream().filter(scopes::arePlain);
        return Stream.concat(parts.stream(), defaults)
                .map(part -> scopes.arePlain(part) ? part + ClientScopeModel.VALUE_SEPARATOR + NO_ALIAS : part)
                .collect(Collectors.joining(" "));
    }

    /** Keycloak copies the notes when it makes an offline session, but not for the next token of the same one. */
    private static void keepOffline(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
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
}
