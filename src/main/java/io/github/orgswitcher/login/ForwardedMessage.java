package io.github.orgswitcher.login;

import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The message that Keycloak's steps leave for the next page, such as "Please re-authenticate to continue". Where the login
 * page was passed over on the way to an identity provider, the next page comes when the person has done it, and the
 * message reads as a failure there.
 */
final class ForwardedMessage {

    /** Auth note of {@code AuthenticationProcessor}, whose name it keeps to itself. */
    private static final String INFO = "fwMessageInfo";

    private ForwardedMessage() {}

    static void drop(AuthenticationSessionModel authSession) {
        authSession.removeAuthNote(INFO);
    }
}
