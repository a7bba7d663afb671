package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.platform.LinkedProviders;
import io.github.orgswitcher.platform.account.Impersonator;
import io.github.orgswitcher.token.OrganizationNote;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * What logins have left in a session: how the person signed in, and which organization the session works in.
 *
 * @param session the Keycloak session
 * @param userSession the session of the person
 */
record SwitcherSession(KeycloakSession session, UserSessionModel userSession) {

    /** The note with the kind of the latest proof in the session. */
    static final String KIND = "org-switcher.sign-in-kind";

    /** The note with the organization's id, or empty where the person went on with none. */
    static final String ORGANIZATION = "org-switcher.organization";

    /**
     * How the person signed in.
     *
     * @return the kind of the latest proof; {@link SignInKind#PASSWORD} where nothing tells of another one
     */
    SignInKind kind() {
        return kindOf(userSession.getUser()).orElse(SignInKind.PASSWORD);
    }

    /** The same for who signs in once more; empty where nothing tells. */
    Optional<SignInKind> kindOf(UserModel user) {
        return Optional.ofNullable(userSession.getNote(KIND))
                .map(SignInKind::valueOf)
                .or(() -> Optional.ofNullable(userSession.getNote(Details.IDENTITY_PROVIDER))
                        .map(alias -> new LinkedProviders(session).kindOf(alias, user)));
    }

    /**
     * What the session works in.
     *
     * @return the choice; null where nothing was chosen
     */
    @Nullable
    Choice choice() {
        return chosen().orElse(null);
    }

    /** The same; empty where nothing was chosen. */
    Optional<Choice> chosen() {
        return Optional.ofNullable(userSession.getNote(ORGANIZATION))
                .map(note -> new Choice(note.isEmpty() ? null : note));
    }

    /**
     * What an application works in, whose tokens may still name what was chosen before.
     *
     * @param client the application
     * @return its choice, or else the session's; null where nothing was chosen
     */
    @Nullable
    Choice choiceAt(ClientModel client) {
        return Optional.ofNullable(userSession.getAuthenticatedClientSessionByClient(client.getId()))
                .flatMap(clientSession ->
                        Optional.ofNullable(OrganizationNote.choice(clientSession.getNote(OrganizationNote.NAME))))
                .or(this::chosen)
                .orElse(null);
    }

    /**
     * A new event about the person, which names an administrator who acts as the person.
     *
     * @param client the application; null for none
     * @return the event, of which no more is said
     */
    EventBuilder event(@Nullable ClientModel client) {
        KeycloakContext context = session.getContext();
        EventBuilder event = new EventBuilder(context.getRealm(), session, context.getConnection())
                .user(userSession.getUser())
                .session(userSession);
        if (client != null) {
            event.client(client);
        }
        Impersonator.of(userSession).ifPresent(id -> event.detail(Details.IMPERSONATOR, id));
        return event;
    }

    /** Has the session work in what was chosen, from the next login of an application on. */
    void remember(Chosen chosen) {
        userSession.setNote(ORGANIZATION, chosen.orgId() == null ? "" : chosen.orgId());
    }

    /**
     * Takes an organization out of the session where it works in it, so that nothing counts as chosen.
     *
     * @param orgId the organization
     */
    void forget(String orgId) {
        if (orgId.equals(userSession.getNote(ORGANIZATION))) {
            userSession.removeNote(ORGANIZATION);
        }
        userSession.getAuthenticatedClientSessions().values().stream()
                .filter(clientSession -> orgId.equals(clientSession.getNote(OrganizationNote.NAME)))
                .forEach(SwitcherSession::unset);
    }

    private static void unset(AuthenticatedClientSessionModel clientSession) {
        clientSession.setNote(OrganizationNote.NAME, OrganizationNote.of(null));
    }
}
