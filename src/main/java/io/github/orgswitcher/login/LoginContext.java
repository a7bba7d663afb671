package io.github.orgswitcher.login;

import java.util.function.Supplier;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the switcher needs of a login, whichever door it comes through.
 *
 * @param event the event of the request
 * @param action whether it is the required action's, when Keycloak itself writes an event once the step is done
 * @param form makes the page
 */
record LoginContext(
        KeycloakSession session,
        UserModel user,
        AuthenticationSessionModel authSession,
        HttpRequest request,
        EventBuilder event,
        boolean action,
        Supplier<LoginFormsProvider> form) {

    static LoginContext of(AuthenticationFlowContext context) {
        return new LoginContext(
                context.getSession(),
                context.getUser(),
                context.getAuthenticationSession(),
                context.getHttpRequest(),
                context.getEvent(),
                false,
                context::form);
    }

    static LoginContext of(RequiredActionContext context) {
        return new LoginContext(
                context.getSession(),
                context.getUser(),
                context.getAuthenticationSession(),
                context.getHttpRequest(),
                context.getEvent(),
                true,
                context::form);
    }
}
