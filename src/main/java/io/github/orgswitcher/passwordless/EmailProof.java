package io.github.orgswitcher.passwordless;

import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Says that a login was proven by email. The mark is a user session note, set in the authentication session, from where
 * Keycloak copies it into the user session that the login makes or joins.
 */
public final class EmailProof {

    /** The user session note; {@code true} where the person has proven an email address, absent otherwise. */
    public static final String SESSION_NOTE = "org-switcher.email-sign-in";

    private EmailProof() {}

    static void mark(AuthenticationSessionModel authSession) {
        authSession.setUserSessionNote(SESSION_NOTE, String.valueOf(true));
    }

    /**
     * Whether this very login was proven by email; of an earlier login of the same session, the user session's note tells.
     *
     * @param authSession the login
     * @return whether it was
     */
    public static boolean isIn(AuthenticationSessionModel authSession) {
        return Boolean.parseBoolean(authSession.getUserSessionNotes().get(SESSION_NOTE));
    }
}
