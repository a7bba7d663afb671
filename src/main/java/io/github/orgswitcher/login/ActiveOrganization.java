package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Standing.Choice;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The organization that a session works in. Two notes hold it: Keycloak's own client note, from which the {@code
 * organization} scope makes the claim, and a note of the user session, with which the next client starts.
 */
final class ActiveOrganization {

    /** The user session note: the organization's id, or empty where the person went on with none. */
    static final String SESSION_NOTE = "org-switcher.organization";

    private ActiveOrganization() {}

    /**
     * What was chosen before in this session: on Keycloak's own list during this login, or at an earlier login of the
     * same single sign-on session.
     *
     * @return the choice; null where there was none
     */
    static @Nullable Choice choice(KeycloakSession session, AuthenticationSessionModel authSession) {
        String chosenNow = authSession.getClientNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
        if (chosenNow != null) {
            return new Choice(chosenNow);
        }
        if (!AuthenticatorUtil.isSSOAuthentication(authSession)) {
            return null;
        }
        UserSessionModel userSession = new AuthenticationSessionManager(session).getUserSession(authSession);
        String note = userSession == null ? null : userSession.getNote(SESSION_NOTE);
        return note == null ? null : new Choice(note.isEmpty() ? null : note);
    }

    /**
     * Goes on with an organization for this login alone.
     *
     * @param orgId the organization; null for none
     */
    static void use(AuthenticationSessionModel authSession, @Nullable String orgId) {
        if (orgId == null) {
            authSession.removeClientNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
        } else {
            authSession.setClientNote(OrganizationModel.ORGANIZATION_ATTRIBUTE, orgId);
        }
    }

    /**
     * Goes on with what the person has chosen, for the whole session.
     *
     * @param choice the choice
     */
    static void remember(AuthenticationSessionModel authSession, Choice choice) {
        use(authSession, choice.orgId());
        authSession.setUserSessionNote(SESSION_NOTE, choice.orgId() == null ? "" : choice.orgId());
    }
}
