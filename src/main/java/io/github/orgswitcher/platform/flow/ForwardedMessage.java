package io.github.orgswitcher.platform.flow;

import java.util.stream.Stream;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The message that Keycloak's steps leave for the next page, such as "Please re-authenticate to continue". Where the login
 * page was passed over on the way to an identity provider, the next page comes when the person has done it, and the
 * message reads as a failure there.
 */
public final class ForwardedMessage {

    /** Auth notes of {@code AuthenticationProcessor}, whose names it keeps to itself. */
    private static final String INFO = "fwMessageInfo";

    private static final String ERROR = "fwMessageError";

    private ForwardedMessage() {}

    /**
     * Takes away what was left to be said.
     *
     * @param authSession the login
     */
    public static void drop(AuthenticationSessionModel authSession) {
        authSession.removeAuthNote(INFO);
    }

    /**
     * Takes away the message that a form was posted too late, or elsewhere meanwhile. Keycloak leaves it for its own login page,
     * which nobody sees in a session, or for a required action, which prints none.
     *
     * @param authSession the login
     * @return whether there was one
     */
    public static boolean dropError(AuthenticationSessionModel authSession) {
        boolean there = Stream.of(ERROR, LoginActionsService.FORWARDED_ERROR_MESSAGE_NOTE)
                .anyMatch(note -> authSession.getAuthNote(note) != null);
        authSession.removeAuthNote(ERROR);
        authSession.removeAuthNote(LoginActionsService.FORWARDED_ERROR_MESSAGE_NOTE);
        return there;
    }
}
