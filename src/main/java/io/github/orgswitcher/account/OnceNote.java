package io.github.orgswitcher.account;

import io.github.orgswitcher.domain.NamedValues;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A note of a user session, or of a login, with what is to be said once.
 *
 * @param name the note's name
 * @param type what can be said
 * @param <E> the same
 */
record OnceNote<E extends Enum<E>>(String name, Class<E> type) {

    void keep(UserSessionModel userSession, E said) {
        userSession.setNote(name, said.name());
    }

    void keep(AuthenticationSessionModel login, E said) {
        login.setAuthNote(name, said.name());
    }

    /** Takes it, so that it is said once. */
    Optional<E> take(UserSessionModel userSession) {
        return take(userSession.getNote(name), userSession::removeNote);
    }

    /** Takes it, so that it is said once. */
    Optional<E> take(AuthenticationSessionModel login) {
        return take(login.getAuthNote(name), login::removeAuthNote);
    }

    private Optional<E> take(@Nullable String note, Consumer<String> remove) {
        Optional<E> said = NamedValues.of(type).named(note);
        said.ifPresent(taken -> remove.accept(name));
        return said;
    }
}
