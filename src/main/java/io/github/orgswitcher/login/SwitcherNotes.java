package io.github.orgswitcher.login;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.decision.Candidate;
import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.membership.Shown;
import io.github.orgswitcher.membership.VerifyEmailAction;
import io.github.orgswitcher.platform.Multivalued;
import io.github.orgswitcher.store.Found;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the switcher keeps in an authentication session, so that one door does not ask again what the other has. */
final class SwitcherNotes {

    private static final String DONE = "org-switcher.done";
    private static final String OVERTAKEN = "org-switcher.overtaken";
    private static final String SHOWN = "org-switcher.shown";
    private static final String INVITATIONS = "org-switcher.shown.invitations";
    private static final String INVITING = "org-switcher.shown.inviting";
    private static final String MORE = "org-switcher.more";
    private static final String VERIFYING = "org-switcher.verifying";
    /** Whoever searches on and on can choose from the last pages. */
    private static final int MOST_SHOWN = 100;

    private static final String CANCELLED = "org-switcher.cancelled";
    private static final String TOLD = "org-switcher.told";
    private static final String TRIED = "org-switcher.tried";
    private static final String PRESS_LOST = "org-switcher.press-lost";

    /** Client note, because it has to outlive the restart of a login: a page is open that nothing has come of. */
    private static final String OPEN = "org-switcher.open";

    private final AuthenticationSessionModel authSession;

    SwitcherNotes(AuthenticationSessionModel authSession) {
        this.authSession = authSession;
    }

    boolean isDone() {
        return authSession.getAuthNote(DONE) != null;
    }

    void done() {
        authSession.setAuthNote(DONE, String.valueOf(true));
        authSession.removeAuthNote(OVERTAKEN);
        authSession.removeClientNote(OPEN);
    }

    /** The person has left, on the way, what was decided on. */
    void overtaken() {
        authSession.setAuthNote(OVERTAKEN, String.valueOf(true));
    }

    /** Has what was overtaken be decided anew. */
    void reopen() {
        if (authSession.getAuthNote(OVERTAKEN) != null) {
            authSession.removeAuthNote(OVERTAKEN);
            authSession.removeAuthNote(DONE);
        }
    }

    /** What is on the page, which counts as dismissed once something else is chosen, like the offers of its earlier searches. */
    void show(Found<Candidate> offers, List<Invitation> invitations) {
        Stream<String> now = offers.rows().stream().map(Candidate::orgId);
        set(
                SHOWN,
                Stream.concat(now, get(SHOWN).stream())
                        .distinct()
                        .limit(MOST_SHOWN)
                        .toList());
        if (offers.found() > offers.rows().size()) {
            authSession.setAuthNote(MORE, String.valueOf(true));
        }
        set(INVITATIONS, invitations.stream().map(Invitation::id).toList());
        set(
                INVITING,
                invitations.stream()
                        .map(invitation -> invitation.organization().id())
                        .toList());
        authSession.setClientNote(OPEN, String.valueOf(true));
    }

    boolean isShown() {
        return authSession.getAuthNote(SHOWN) != null;
    }

    Shown shown() {
        List<String> ids = get(INVITATIONS);
        List<String> inviting = get(INVITING);
        Map<String, String> invitations =
                IntStream.range(0, ids.size()).boxed().collect(toMap(ids::get, inviting::get));
        return new Shown(get(SHOWN), authSession.getAuthNote(MORE) != null, invitations);
    }

    /** The organizations that this login was to join with no question: made or not, it is not tried again. */
    List<String> tried() {
        return get(TRIED);
    }

    void tried(List<String> orgIds) {
        set(TRIED, Stream.concat(tried().stream(), orgIds.stream()).distinct().toList());
    }

    /** The organizations whose denials the page of this login tells. */
    List<String> told() {
        return get(TOLD);
    }

    void tell(List<String> orgIds) {
        set(TOLD, orgIds);
    }

    /** Whether the page was shown in this login, or before it was started over, and nothing has come of it. */
    boolean isOpen() {
        return authSession.getClientNote(OPEN) != null;
    }

    /** What was pressed on the page has not reached the switcher. */
    void pressLost() {
        authSession.setAuthNote(PRESS_LOST, String.valueOf(true));
    }

    boolean isPressLost() {
        return authSession.getAuthNote(PRESS_LOST) != null;
    }

    private void set(String name, List<String> orgIds) {
        authSession.setAuthNote(name, Multivalued.join(orgIds.stream()));
    }

    private List<String> get(String name) {
        String note = authSession.getAuthNote(name);
        return note == null ? List.of() : Multivalued.split(note).toList();
    }

    void verifying() {
        authSession.setAuthNote(VERIFYING, String.valueOf(true));
    }

    /** Whether the person is on the way to verify the email address, which the realm still lets them do, and has not come back. */
    boolean isVerifying() {
        return authSession.getAuthNote(VERIFYING) != null
                && authSession.getRequiredActions().contains(VerifyEmailAction.ID)
                && VerifyEmailAction.isOn(authSession.getRealm());
    }

    /** The person has cancelled the page that the application asked for. */
    void cancelled() {
        authSession.setAuthNote(CANCELLED, String.valueOf(true));
    }

    boolean isCancelled() {
        return authSession.getAuthNote(CANCELLED) != null;
    }
}
