package io.github.orgswitcher.testing.provider;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Stands for other people's steps that prove an address: it believes what is typed. */
final class BelievedAddressAuthenticator implements Authenticator {

    private static final String FIELD = "address";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        String page = "<!DOCTYPE html><html><body><form method=post action=\"%s\"><input name=%s><button id=believe>"
                        .formatted(
                                context.getActionUrl(context.generateAccessCode())
                                        .toString()
                                        .replace("&", "&amp;"),
                                FIELD)
                + "</button></form></body></html>";
        context.challenge(Response.ok(page, MediaType.TEXT_HTML_TYPE).build());
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String address = context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD);
        UserModel user = context.getSession().users().getUserByEmail(context.getRealm(), address);
        if (user == null) {
            context.failure(AuthenticationFlowError.INVALID_USER);
            return;
        }
        user.setEmailVerified(true);
        context.setUser(user);
        context.success();
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
