package io.github.orgswitcher.login;

import io.github.orgswitcher.authority.MailedLink;
import io.github.orgswitcher.authority.ProvenMailbox;
import io.github.orgswitcher.broker.NamedAddress;
import io.github.orgswitcher.platform.flow.AskedAction;
import io.github.orgswitcher.platform.flow.DirectGrant;
import io.github.orgswitcher.platform.flow.LoginProof;
import io.github.orgswitcher.platform.flow.OpenedInvitation;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
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
        if (context.getUser() == null) {
            return;
        }
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        MailedLink.record(context.getSession(), context.getUser());
        ProvenMailbox.record(context.getSession(), authSession, context.getUser());
        NamedAddress.recordForced(context.getSession(), authSession, context.getUser());
        new SignInKindReader(context.getSession(), authSession).remember();
        InitiatedAction.name(authSession);
        if (DirectGrant.isUnderWay(context.getSession())
                || OpenedInvitation.isIn(authSession)
                || authSession.getRequiredActions().contains(SwitcherConfig.PROVIDER_ID)
                || new SwitcherNotes(authSession).isVerifying()) {
            return;
        }
        if (new AskedAction(authSession).id() == null) {
            if (new SwitcherNotes(authSession).isDone()) {
                new LoginVisit(context).requireMembership();
            }
            new SwitcherNotes(authSession).reopen();
        }
        Result result = new SwitcherStep(LoginContext.of(context, isSilentInASession(context))).begin();
        if (isDue(
                result, ApplicationRequest.of(context.getSession(), authSession).isAction())) {
            authSession.addRequiredAction(SwitcherConfig.PROVIDER_ID);
        }
    }

    /**
     * Keycloak itself runs an action that the application asked for, and then lets the person cancel it; one that is asked for
     * here as well cannot be cancelled.
     */
    private static boolean isDue(Result result, boolean initiated) {
        if (result instanceof Result.Page page) {
            return !initiated || !page.cancellable();
        }
        return result instanceof Result.Interaction || (result instanceof Result.Again && !initiated);
    }

    /** Such a login ends in this very request, in which nothing comes before the cookie. */
    private static boolean isSilentInASession(RequiredActionContext context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        return ApplicationRequest.of(context.getSession(), authSession).isSilent()
                && new LoginProof(authSession).isByCookie();
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (!GonePerson.isAnswered(context)) {
            answer(context, new SwitcherStep(LoginContext.of(context, OwnRequest.is(context))).begin());
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (!GonePerson.isAnswered(context)) {
            answer(context, new SwitcherStep(LoginContext.of(context, false)).submit());
        }
    }

    @Override
    public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel authSession) {
        new SwitcherNotes(authSession).cancelled();
    }

    private static void answer(RequiredActionContext context, Result result) {
        if (result instanceof Result.Page page) {
            context.challenge(page.response().get());
            return;
        }
        if (result instanceof Result.Again again) {
            goOnElsewhere(context, again);
            return;
        }
        if (result instanceof Result.Left) {
            InitiatedAction.fail(context.getAuthenticationSession());
        }
        context.success();
    }

    /** The next request decides anew whether the action is needed, and has no event of it where it is not. */
    private static void goOnElsewhere(RequiredActionContext context, Result.Again again) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        authSession.removeRequiredAction(SwitcherConfig.PROVIDER_ID);
        if (again.chosen()) {
            InitiatedAction.succeed(authSession);
        }
        context.challenge(OwnRequest.next(context));
    }

    @Override
    public void close() {}
}
