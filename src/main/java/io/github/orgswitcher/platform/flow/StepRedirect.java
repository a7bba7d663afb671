package io.github.orgswitcher.platform.flow;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Has a login go on at one of its steps, by a request from outside its flow. */
public final class StepRedirect {

    private StepRedirect() {}

    /**
     * The redirect.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param login the login
     * @param execution the step, by the id of its execution
     * @return the answer
     */
    public static Response to(KeycloakSession session, AuthenticationSessionModel login, String execution) {
        login.setAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION, execution);
        login.removeAuthNote(AuthenticationProcessor.AUTHENTICATION_SELECTOR_SCREEN_DISPLAYED);
        URI step = LoginActionsService.loginActionsBaseUrl(session.getContext().getUri())
                .path(login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH))
                .queryParam(
                        LoginActionsService.SESSION_CODE,
                        new ClientSessionCode<>(session, login.getRealm(), login).getOrGenerateCode())
                .queryParam(Constants.EXECUTION, execution)
                .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                .queryParam(Constants.TAB_ID, login.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(session, login))
                .build(login.getRealm().getName());
        return Response.seeOther(step).build();
    }
}
