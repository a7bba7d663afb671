package io.github.orgswitcher.login;

import io.github.orgswitcher.platform.flow.AskedAction;
import io.github.orgswitcher.settings.SwitcherConfig;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The switcher on an application's wish, {@code kc_action=org-switcher}. */
final class InitiatedAction {

    /** Auth note: the application has asked for it. Keycloak forgets that once the action is done. */
    private static final String INITIATED = "org-switcher.initiated";

    private InitiatedAction() {}

    /**
     * Has the application's answer name the action, whatever comes after it. Keycloak takes the name from the step that was
     * posted last, which may be another one, or none.
     */
    static void name(AuthenticationSessionModel authSession) {
        AskedAction asked = new AskedAction(authSession);
        if (SwitcherConfig.PROVIDER_ID.equals(asked.id())) {
            authSession.setAuthNote(INITIATED, String.valueOf(true));
        }
        if (authSession.getAuthNote(INITIATED) != null) {
            asked.answerFor(SwitcherConfig.PROVIDER_ID);
        }
    }

    /** Tells the application that something was chosen, as Keycloak does where an action ends in the request that was posted. */
    static void succeed(AuthenticationSessionModel authSession) {
        new AskedAction(authSession).succeeded(SwitcherConfig.PROVIDER_ID);
    }

    /** Tells the application that nothing was chosen, as Keycloak does for an action that is off. */
    static void fail(AuthenticationSessionModel authSession) {
        new AskedAction(authSession).failed(SwitcherConfig.PROVIDER_ID);
    }
}
