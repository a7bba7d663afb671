package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Standing.Offer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the switcher keeps in an authentication session, so that one door does not ask again what the other has. */
final class SwitcherNotes {

    private static final String DONE = "org-switcher.done";
    private static final String SHOWN = "org-switcher.shown";
    private static final String VERIFYING = "org-switcher.verifying";
    private static final String CANCELLED = "org-switcher.cancelled";

    private final AuthenticationSessionModel authSession;

    SwitcherNotes(AuthenticationSessionModel authSession) {
        this.authSession = authSession;
    }

    boolean isDone() {
        return authSession.getAuthNote(DONE) != null;
    }

    void done() {
        authSession.setAuthNote(DONE, String.valueOf(true));
    }

    /** The offers on the page, which count as dismissed once something else is chosen. */
    void show(List<Offer> offers) {
        authSession.setAuthNote(
                SHOWN, offers.stream().map(Offer::orgId).collect(Collectors.joining(Constants.CFG_DELIMITER)));
    }

    boolean isShown() {
        return authSession.getAuthNote(SHOWN) != null;
    }

    List<String> shown() {
        String note = authSession.getAuthNote(SHOWN);
        return note == null || note.isEmpty()
                ? List.of()
                : Stream.of(note.split(Constants.CFG_DELIMITER)).toList();
    }

    void verifying() {
        authSession.setAuthNote(VERIFYING, String.valueOf(true));
    }

    /** Whether the person is on the way to verify the email address and has not come back. */
    boolean isVerifying() {
        return authSession.getAuthNote(VERIFYING) != null
                && authSession.getRequiredActions().contains(UserModel.RequiredAction.VERIFY_EMAIL.name());
    }

    /** The person has cancelled the page that the application asked for. */
    void cancelled() {
        authSession.setAuthNote(CANCELLED, String.valueOf(true));
    }

    boolean isCancelled() {
        return authSession.getAuthNote(CANCELLED) != null;
    }
}
