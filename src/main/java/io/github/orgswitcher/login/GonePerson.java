package io.github.orgswitcher.login;

import io.github.orgswitcher.membership.ChoiceRefusedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;

/**
 * A login of somebody whom Keycloak does not know any more: the account was removed while the page was open, by an
 * administrator or by the directory that it came from. Keycloak brings such a login with no user.
 */
public final class GonePerson {

    private GonePerson() {}

    /**
     * Answers such a login with a page that has no way on, and one event.
     *
     * @param context the login
     * @return whether it is one, and is answered
     */
    public static boolean isAnswered(RequiredActionContext context) {
        if (context.getUser() != null) {
            return false;
        }
        context.challenge(page(context.form(), context.getEvent()));
        return true;
    }

    static boolean isAnswered(AuthenticationFlowContext context) {
        if (context.getUser() != null) {
            return false;
        }
        context.challenge(page(context.form(), context.getEvent()));
        return true;
    }

    private static Response page(LoginFormsProvider form, EventBuilder event) {
        ChoiceRefusedException refused = ChoiceRefusedException.userDisabled();
        SwitcherEvents.refused(event, refused);
        return form.setError(refused.messageKey()).createErrorPage(Status.BAD_REQUEST);
    }
}
