package io.github.orgswitcher.platform.account;

import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserSessionModel;

/** The administrator who acts as somebody else. */
public final class Impersonator {

    private Impersonator() {}

    /**
     * Finds the administrator.
     *
     * @param userSession a session
     * @return the administrator's id; empty where the session is the person's own
     */
    public static Optional<String> of(UserSessionModel userSession) {
        return Optional.ofNullable(userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()));
    }
}
