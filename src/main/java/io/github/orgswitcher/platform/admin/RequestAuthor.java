package io.github.orgswitcher.platform.admin;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** Who makes the request of a session, told by its bearer token: Keycloak hands administrators to none but their own REST. */
public final class RequestAuthor {

    private RequestAuthor() {}

    /**
     * Whether all organizations of a realm are the author's to manage. What nobody asks for by REST, such as an import, is the
     * server's own.
     *
     * @param session the request's session
     * @param realm the realm
     * @return whether they are; false of an author who is unknown
     */
    public static boolean managesOrganizations(KeycloakSession session, RealmModel realm) {
        return !(session.getContext().getBearerToken() instanceof AccessToken token)
                || managesOrganizations(session, realm, token);
    }

    private static boolean managesOrganizations(KeycloakSession session, RealmModel realm, AccessToken token) {
        String issuer = token.getIssuer();
        RealmModel home = session.realms().getRealmByName(issuer.substring(issuer.lastIndexOf('/') + 1));
        UserModel admin = home == null ? null : userOf(session, home, token);
        ClientModel client = home == null ? null : home.getClientByClientId(token.getIssuedFor());
        return admin != null
                && client != null
                && AdminPermissions.evaluator(session, realm, new AdminAuth(home, token, admin, client))
                        .orgs()
                        .canManage();
    }

    /** Lightweight tokens may name their session alone. */
    private static @Nullable UserModel userOf(KeycloakSession session, RealmModel home, AccessToken token) {
        if (token.getSubject() != null) {
            return session.users().getUserById(home, token.getSubject());
        }
        UserSessionModel userSession = session.sessions().getUserSession(home, token.getSessionId());
        return userSession == null ? null : userSession.getUser();
    }
}
