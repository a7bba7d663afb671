package io.github.orgswitcher.platform.flow;

import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext.KcActionStatus;
import org.keycloak.models.Constants;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The required action that an application has asked for by {@code kc_action}, and what the application is told of it.
 *
 * @param authSession the login
 */
public record AskedAction(AuthenticationSessionModel authSession) {

    /**
     * The action.
     *
     * @return its id; null where none was asked for, or it is done: Keycloak forgets it then
     */
    public @Nullable String id() {
        return authSession.getClientNote(Constants.KC_ACTION);
    }

    /**
     * What the application wants of it.
     *
     * @return what follows the id and a colon; null where there is nothing
     */
    public @Nullable String parameter() {
        return authSession.getClientNote(Constants.KC_ACTION_PARAMETER);
    }

    /**
     * Whether the application is to be told what came of an action, this one or one that is done.
     *
     * @return whether that is noted
     */
    public boolean isAnswered() {
        return authSession.getClientNote(Constants.KC_ACTION_STATUS) != null;
    }

    /** Has the application be told nothing. */
    public void dropAnswer() {
        authSession.removeClientNote(Constants.KC_ACTION_STATUS);
    }

    /**
     * Asks for an action, as if the application had: only then Keycloak's pages let the person turn back.
     *
     * @param action its id
     */
    public void ask(String action) {
        authSession.setClientNote(Constants.KC_ACTION, action);
    }

    /**
     * Has the answer name an action. Keycloak takes the name from the step that was posted last.
     *
     * @param action its id
     */
    public void answerFor(String action) {
        authSession.setAuthNote(AuthenticationProcessor.LAST_PROCESSED_EXECUTION, action);
    }

    /**
     * Notes that an action has succeeded, where it is the one that was asked for.
     *
     * @param action its id
     */
    public void succeeded(String action) {
        AuthenticationManager.setKcActionStatus(action, KcActionStatus.SUCCESS, authSession);
    }

    /**
     * Notes that the person has left an action with nothing done, where it is the one that was asked for.
     *
     * @param action its id
     */
    public void cancelled(String action) {
        AuthenticationManager.setKcActionStatus(action, KcActionStatus.CANCELLED, authSession);
    }

    /**
     * Notes that an action has done nothing, where it is the one that was asked for.
     *
     * @param action its id
     */
    public void failed(String action) {
        AuthenticationManager.setKcActionStatus(action, KcActionStatus.ERROR, authSession);
    }
}
