package io.github.orgswitcher.login;

import io.github.orgswitcher.login.SwitcherStep.Result;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The door that catches every login in a browser with no flow edited, and that serves {@code kc_action}. */
final class SwitcherRequiredAction implements RequiredActionProvider {

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** Switching is no more than choosing among what is one's own: it asks for no fresh authentication. */
    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return (int) TimeUnit.DAYS.toSeconds(365);
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        if (!isBrowserLogin(authSession)) {
            return;
        }
        new SignInKindReader(context.getSession(), authSession).remember();
        if (authSession.getRequiredActions().contains(SwitcherConfig.PROVIDER_ID)
                || new SwitcherNotes(authSession).isVerifying()) {
            return;
        }
        Result result = new SwitcherStep(LoginContext.of(context)).begin();
        boolean initiated = ApplicationRequest.of(authSession).isAction();
        // Keycloak itself runs an action that the application asked for, and then lets the person cancel it.
        if (!initiated && !(result instanceof Result.Done)) {
            authSession.addRequiredAction(SwitcherConfig.PROVIDER_ID);
        }
    }

    /**
     * Keycloak evaluates required actions for direct grant and the like too, where an added action breaks the grant.
     * Only a login in a browser has a response type; SAML has no such grants.
     */
    private static boolean isBrowserLogin(AuthenticationSessionModel authSession) {
        return !OIDCLoginProtocol.LOGIN_PROTOCOL.equals(authSession.getProtocol())
                || authSession.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM) != null;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        answer(context, new SwitcherStep(LoginContext.of(context)).begin());
    }

    @Override
    public void processAction(RequiredActionContext context) {
        answer(context, new SwitcherStep(LoginContext.of(context)).submit());
    }

    private static void answer(RequiredActionContext context, Result result) {
        if (result instanceof Result.Page page) {
            context.challenge(page.response().get());
        } else {
            context.success();
        }
    }

    @Override
    public void close() {}
}
