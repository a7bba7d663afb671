package io.github.orgswitcher.login;

import io.github.orgswitcher.broker.NamedAddress;
import io.github.orgswitcher.platform.flow.ForwardedMessage;
import io.github.orgswitcher.platform.flow.LoginFlow;
import io.github.orgswitcher.platform.flow.LoginProof;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The door that stands in flows. In a post-broker-login flow it shows the page itself; in a browser flow, right after
 * the cookie, it carries the session's organization to the next client before Keycloak's own organization step asks.
 */
final class SwitcherAuthenticator implements Authenticator {

    /** False, because in a browser flow it stands where nobody may be known yet. */
    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (new LoginFlow(context).isPostBrokerLogin()) {
            if (!GonePerson.isAnswered(context)) {
                decide(context);
            }
        } else {
            carryOn(context);
        }
    }

    /** What an application has asked for is left to the required action: only there can the person cancel it. */
    private static void decide(AuthenticationFlowContext context) {
        ForwardedMessage.drop(context.getAuthenticationSession());
        NamedAddress.record(context.getSession(), context.getAuthenticationSession(), context.getUser());
        if (ApplicationRequest.of(context.getSession(), context.getAuthenticationSession())
                .isAction()) {
            context.success();
        } else {
            answer(context, new SwitcherStep(LoginContext.of(context, false)).begin());
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (!GonePerson.isAnswered(context)) {
            answer(context, new SwitcherStep(LoginContext.of(context, true)).submit());
        }
    }

    private static void answer(AuthenticationFlowContext context, Result result) {
        if (result instanceof Result.Page page) {
            context.challenge(page.response().get());
        } else if (result instanceof Result.Again) {
            context.challenge(OwnRequest.next(context));
        } else {
            context.success();
        }
    }

    /** What is left to be chosen, the required action asks. */
    private static void carryOn(AuthenticationFlowContext context) {
        boolean inSession =
                context.getUser() != null && new LoginProof(context.getAuthenticationSession()).isByCookie();
        if (!inSession) {
            // Whoever starts over starts with what the application asked for, in Keycloak's own steps, too.
            ActiveOrganization.of(context.getSession(), context.getAuthenticationSession());
            context.attempted();
        } else if (new SwitcherStep(LoginContext.of(context, false)).carry()
                || !new LoginFlow(context).asksForOrganization()) {
            context.success();
        } else {
            context.attempted();
        }
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
