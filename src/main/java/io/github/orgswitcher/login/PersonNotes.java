package io.github.orgswitcher.login;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Notes in an authentication session, of the one person whom the login is about at this moment. Keycloak lets a login change its person on
 * the way without forgetting its notes, and what one has chosen, or was told, says nothing of the next.
 *
 * @param authSession the login
 */
record PersonNotes(AuthenticationSessionModel authSession) {

    @Nullable
    String get(String name) {
        return authSession.getAuthNote(own(name));
    }

    boolean has(String name) {
        return get(name) != null;
    }

    /** Keeps a text; null forgets it. */
    void set(String name, @Nullable String value) {
        if (value == null) {
            authSession.removeAuthNote(own(name));
        } else {
            authSession.setAuthNote(own(name), value);
        }
    }

    void set(String name) {
        set(name, String.valueOf(true));
    }

    private String own(String name) {
        UserModel person = authSession.getAuthenticatedUser();
        return person == null ? name : name + "." + person.getId();
    }
}
