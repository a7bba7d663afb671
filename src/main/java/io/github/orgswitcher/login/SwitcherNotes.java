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

/** What the switcher keeps in an authentication session of its person, so that one door does not ask again what the other has. */
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
    private final PersonNotes notes;

    SwitcherNotes(AuthenticationSessionModel authSession) {
        this.authSession = authSession;
        this.notes = new PersonNotes(authSession);
    }

    boolean isDone() {
        return notes.has(DONE);
    }

    void done() {
        notes.set(DONE);
        notes.set(OVERTAKEN, null);
        authSession.removeClientNote(OPEN);
    }

    /** The person has left, on the way, what was decided on. */
    void overtaken() {
        notes.set(OVERTAKEN);
    }

    /** Has what was overtaken be decided anew. */
    void reopen() {
        if (notes.has(OVERTAKEN)) {
            notes.set(OVERTAKEN, null);
            notes.set(DONE, null);
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
            notes.set(MORE);
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
        return notes.has(SHOWN);
    }

    Shown shown() {
        List<String> ids = get(INVITATIONS);
        List<String> inviting = get(INVITING);
        Map<String, String> invitations =
                IntStream.range(0, ids.size()).boxed().collect(toMap(ids::get, inviting::get));
        return new Shown(get(SHOWN), notes.has(MORE), invitations);
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
        notes.set(PRESS_LOST);
    }

    boolean isPressLost() {
        return notes.has(PRESS_LOST);
    }

    private void set(String name, List<String> orgIds) {
        notes.set(name, Multivalued.join(orgIds.stream()));
    }

    private List<String> get(String name) {
        String note = notes.get(name);
        return note == null ? List.of() : Multivalued.split(note).toList();
    }

    void verifying() {
        notes.set(VERIFYING);
    }

    /** Whether the person is on the way to verify the email address, which the realm still lets them do, and has not come back. */
    boolean isVerifying() {
        return notes.has(VERIFYING)
                && authSession.getRequiredActions().contains(VerifyEmailAction.ID)
                && VerifyEmailAction.isOn(authSession.getRealm());
    }

    /** The person has cancelled the page that the application asked for. */
    void cancelled() {
        notes.set(CANCELLED);
    }

    boolean isCancelled() {
        return notes.has(CANCELLED);
    }
}
