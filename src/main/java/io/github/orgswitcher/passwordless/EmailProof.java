package io.github.orgswitcher.passwordless;

import java.util.Set;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Says that a login was proven by email. The mark is a user session note, set in the authentication session, from where
 * Keycloak copies it into the user session that the login makes or joins.
 */
public final class EmailProof {

    /** The user session note; {@code true} where the person has proven an email address, absent otherwise. */
    public static final String SESSION_NOTE = "org-switcher.email-sign-in";

    private EmailProof() {}

    /**
     * Whether one of a realm's flows lets people sign in by email, or by what counts as that.
     *
     * @param realm the realm
     * @param others ids of authenticators of other extensions that count as sign-in without a password
     * @return whether a step that is not disabled does, whoever uses its flow
     */
    public static boolean isOffered(RealmModel realm, Set<String> others) {
        return realm.getAuthenticationFlowsStream()
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .filter(step -> !step.isDisabled() && step.getAuthenticator() != null)
                .anyMatch(step -> EmailSignInAuthenticatorFactory.PROVIDER_ID.equals(step.getAuthenticator())
                        || others.contains(step.getAuthenticator()));
    }

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
