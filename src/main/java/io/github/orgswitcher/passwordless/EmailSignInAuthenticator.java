package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Signs in whoever can read an address's mail. */
final class EmailSignInAuthenticator implements Authenticator {

    /** False, because the address tells who it is. */
    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        new EmailSignInStep(context).begin();
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        new EmailSignInStep(context).submit();
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return EmailAddress.onRecord(user.getEmail()).isPresent();
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
