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
 * @param own whether nothing but the switcher's work is done in the request, so that it may write
 * @param form makes the page
 */
record LoginContext(
        KeycloakSession session,
        UserModel user,
        AuthenticationSessionModel authSession,
        HttpRequest request,
        EventBuilder event,
        boolean own,
        Supplier<LoginFormsProvider> form) {

    static LoginContext of(AuthenticationFlowContext context, boolean own) {
        return new LoginContext(
                context.getSession(),
                context.getUser(),
                context.getAuthenticationSession(),
                context.getHttpRequest(),
                context.getEvent(),
                own,
                context::form);
    }

    static LoginContext of(RequiredActionContext context, boolean own) {
        return new LoginContext(
                context.getSession(),
                context.getUser(),
                context.getAuthenticationSession(),
                context.getHttpRequest(),
                context.getEvent(),
                own,
                context::form);
    }
}
