package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.platform.flow.LoginSession;
import io.github.orgswitcher.token.OrganizationNote;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The organization that a session works in. Two notes hold it: the {@link OrganizationNote client note}, from which the
 * {@code organization} scope makes the claim, and a note of the user session, with which the next client starts. A login
 * {@link #use uses} an organization for itself alone, or {@link #remember remembers} it for the session.
 */
final class ActiveOrganization {

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;
    private final LoginScope scope;

    private ActiveOrganization(KeycloakSession session, AuthenticationSessionModel authSession) {
        this.session = session;
        this.authSession = authSession;
        this.scope = new LoginScope(session, authSession);
    }

    /** Forgets what was chosen before the login was started over, perhaps by somebody else. */
    static ActiveOrganization of(KeycloakSession session, AuthenticationSessionModel authSession) {
        ActiveOrganization active = new ActiveOrganization(session, authSession);
        if (active.scope.isKept() && !new SwitcherNotes(authSession).isDone()) {
            active.scope.restore();
            authSession.removeClientNote(OrganizationNote.NAME);
        }
        return active;
    }

    /** Has the session that a login makes not work in an organization. Keycloak removes such notes all at once or not. */
    static void forget(AuthenticationSessionModel authSession, String orgId) {
        Map<String, String> notes = new HashMap<>(authSession.getUserSessionNotes());
        if (notes.remove(SwitcherSession.ORGANIZATION, orgId)) {
            authSession.clearUserSessionNotes();
            notes.forEach(authSession::setUserSessionNote);
        }
    }

    /**
     * What was chosen before in this session: on Keycloak's own list during this login, or at an earlier login of the
     * same session. Signing in again in a session ({@code max_age}, {@code prompt=login}, step-up) keeps the choice.
     *
     * @param user who signs in
     * @return the choice; null where there was none
     */
    @Nullable
    Choice choice(UserModel user) {
        return Optional.ofNullable(chosenOnKeycloaksList())
                .or(() -> chosenInSession(user))
                .orElse(null);
    }

    /** Keycloak sets the client note of its own accord, too; only its list sets the other one. */
    private @Nullable Choice chosenOnKeycloaksList() {
        boolean chosen = authSession.getAuthNote(OrganizationModel.ORGANIZATION_SWITCHABLE_ATTRIBUTE) != null;
        return chosen ? OrganizationNote.choice(authSession.getClientNote(OrganizationNote.NAME)) : null;
    }

    private Optional<Choice> chosenInSession(UserModel user) {
        return LoginSession.of(session, authSession)
                .filter(userSession -> user.getId().equals(userSession.getUser().getId()))
                .flatMap(userSession -> new SwitcherSession(session, userSession).chosen());
    }

    /** Whether the requested scope names organizations, so that it says all by itself. */
    boolean isNamedByScope() {
        return scope.namesOrganizations();
    }

    /**
     * Goes on with something for this login alone.
     *
     * @param choice what; null where nothing was chosen, so that the requested scope alone says
     */
    void use(@Nullable Choice choice) {
        scope.keep();
        authSession.setClientNote(OrganizationNote.NAME, OrganizationNote.of(choice));
        // What Keycloak's own step has found for its pages must not get into a token that this very request issues.
        session.getContext().setOrganization(null);
    }

    /**
     * Goes on with what the person has chosen, for the whole session, whatever the application's scope asks for.
     *
     * @param choice what
     * @param alias the organization's; null for none
     */
    void remember(Choice choice, @Nullable String alias) {
        use(choice);
        scope.carry(alias);
        authSession.setUserSessionNote(SwitcherSession.ORGANIZATION, choice.orgId() == null ? "" : choice.orgId());
    }
}
