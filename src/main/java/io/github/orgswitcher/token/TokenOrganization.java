package io.github.orgswitcher.token;

import io.github.orgswitcher.platform.OrganizationScopes;
import io.github.orgswitcher.platform.mapper.IssuedClaims;
import io.github.orgswitcher.platform.mapper.Told;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The one organization that a token or an assertion is for: the one that its claim {@code organization} names. A token
 * without the scope, and so without that claim, is for what was chosen for the application.
 */
final class TokenOrganization {

    private TokenOrganization() {}

    /** The one that claims are for; empty for none, and where the scope asks for several. */
    static Optional<OrganizationModel> of(KeycloakSession session, IssuedClaims claims) {
        AuthenticatedClientSessionModel clientSession = claims.context().getClientSession();
        Told told = OrganizationNote.told(session, claims.context());
        if (!(told instanceof Told.AsKeycloak)) {
            return one(session, clientSession, told, Stream::empty);
        }
        if (claims.haveOrganizationScope()) {
            UserModel user = clientSession.getUserSession().getUser();
            String scopes = claims.context().getScopeString(true);
            return one(session, clientSession, told, () -> new OrganizationScopes(session).granted(user, scopes));
        }
        // The note may be of a later choice than the refresh token, which has brought along none.
        return claims.areRefreshed()
                ? Optional.empty()
                : one(session, clientSession, OrganizationNote.told(session, clientSession), Stream::empty);
    }

    /** The one that an assertion is for; empty for none, and where it lists several. */
    static Optional<OrganizationModel> of(KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
        UserModel user = clientSession.getUserSession().getUser();
        return one(session, clientSession, OrganizationNote.told(session, clientSession), () -> session.getProvider(
                        OrganizationProvider.class)
                .getByMember(user)
                .filter(OrganizationModel::isEnabled));
    }

    /**
     * The one that may be told.
     *
     * @param keycloaks those that Keycloak tells by itself
     */
    private static Optional<OrganizationModel> one(
            KeycloakSession session,
            AuthenticatedClientSessionModel clientSession,
            Told told,
            Supplier<Stream<OrganizationModel>> keycloaks) {
        if (told instanceof Told.Only only) {
            return OrganizationNote.membership(session, clientSession, only.orgId());
        }
        List<OrganizationModel> found = told instanceof Told.Nothing
                ? List.of()
                : keycloaks.get().limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
