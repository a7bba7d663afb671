package io.github.orgswitcher.declared;

import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * Whether a change of an organization is no more than that organization's own word: made by an administrator who may not
 * manage all organizations of the realm. That takes fine-grained permissions. What nobody makes by REST, such as an import,
 * is the realm's.
 */
final class Claim {

    private Claim() {}

    static boolean isMadeIn(KeycloakSession session, RealmModel realm) {
        return AdminPermissionsSchema.SCHEMA.isAdminPermissionsEnabled(realm)
                && session.getContext().getBearerToken() instanceof AccessToken token
                && !managesAll(session, realm, token);
    }

    private static boolean managesAll(KeycloakSession session, RealmModel realm, AccessToken token) {
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
