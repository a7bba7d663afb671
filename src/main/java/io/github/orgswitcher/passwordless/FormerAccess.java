package io.github.orgswitcher.passwordless;

import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * The ways into an account from before its address was proven. Whoever made them has not proven the address: it may have
 * been a stranger who prepared the account and waits for its owner to verify it.
 */
final class FormerAccess {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    FormerAccess(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /**
     * Removes credentials, linked accounts and sessions. What a user storage, such as LDAP, keeps is the storage's.
     *
     * @return whether there was anything
     */
    boolean remove() {
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        credentials.forEach(credential -> user.credentialManager().removeStoredCredentialById(credential.getId()));
        List<FederatedIdentityModel> links =
                session.users().getFederatedIdentitiesStream(realm, user).toList();
        links.forEach(link -> session.users().removeFederatedIdentity(realm, user, link.getIdentityProvider()));
        List<UserSessionModel> online =
                session.sessions().getUserSessionsStream(realm, user).toList();
        online.forEach(each -> AuthenticationManager.backchannelLogout(session, each, false));
        List<UserSessionModel> offline =
                session.sessions().getOfflineUserSessionsStream(realm, user).toList();
        offline.forEach(each -> session.sessions().removeOfflineUserSession(realm, each));
        return !(credentials.isEmpty() && links.isEmpty() && online.isEmpty() && offline.isEmpty());
    }
}
