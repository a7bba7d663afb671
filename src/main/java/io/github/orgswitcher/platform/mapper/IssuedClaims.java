package io.github.orgswitcher.platform.mapper;

import io.github.orgswitcher.platform.OrganizationScopes;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * Claims that are being made.
 *
 * @param token what they are made for: a token, or UserInfo's or introspection's answer about one
 * @param context the client session, and the scopes
 */
public record IssuedClaims(IDToken token, ClientSessionContext context) {

    /** Whether they are a refresh token's, which brings along the organization that it was issued for. */
    public boolean areRefreshed() {
        return areRefreshed(context);
    }

    /** The same of anything that is issued for a client session. */
    static boolean areRefreshed(ClientSessionContext context) {
        return OAuth2Constants.REFRESH_TOKEN.equals(context.getAttribute(Constants.GRANT_TYPE, String.class));
    }

    /**
     * Whether organizations were asked for. Keycloak drops a scope that the application which has a token looked at does not know;
     * the token keeps it.
     */
    public boolean haveOrganizationScope() {
        List<String> names =
                OrganizationScopes.namesAt(context.getClientSession().getClient());
        return Stream.concat(OrganizationScopes.split(context.getScopeString(true)).stream(), ofToken())
                .anyMatch(scope -> names.stream().anyMatch(name -> OrganizationScopes.isOf(name, scope)));
    }

    private Stream<String> ofToken() {
        return token instanceof AccessToken access
                ? OrganizationScopes.split(access.getScope()).stream()
                : Stream.empty();
    }
}
