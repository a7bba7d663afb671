package io.github.orgswitcher.login;

import io.github.orgswitcher.membership.ChoiceRefusedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;

/**
 * A press by somebody whom Keycloak does not know any more: the account was removed while the page was open, by an
 * administrator or by the directory that it came from. Keycloak brings such a press with no user.
 */
final class GonePerson {

    private GonePerson() {}

    /** A page with no way on, and one event. */
    static Response page(LoginFormsProvider form, EventBuilder event) {
        ChoiceRefusedException refused = ChoiceRefusedException.userDisabled();
        SwitcherEvents.refused(event, refused);
        return form.setError(refused.messageKey()).createErrorPage(Status.BAD_REQUEST);
    }
}
