package io.github.orgswitcher.login;

import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** What comes of the step, for either door to tell Keycloak. */
sealed interface Result {

    /** The login goes on. */
    record Done() implements Result {}

    /** The login goes on as if the switcher were not there. */
    record Left() implements Result {}

    /**
     * The page is to be shown; it is drawn when it is asked for.
     *
     * @param cancellable whether the login could go on without it
     */
    record Page(Supplier<Response> response, boolean cancellable) implements Result {}

    /** A choice is due and no page may be shown. */
    record Interaction() implements Result {}

    /**
     * The step goes on in another request: it is about to write, or has written.
     *
     * @param chosen whether the person has chosen, so that only the end of the step is left
     */
    record Again(boolean chosen) implements Result {}
}
