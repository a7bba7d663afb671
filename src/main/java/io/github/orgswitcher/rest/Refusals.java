package io.github.orgswitcher.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** How a request is refused: in Keycloak's form of errors, with a sentence in the language of whoever asks. */
public interface Refusals {

    /**
     * A refusal.
     *
     * @param status the status
     * @param field the field it is bound to; null where there is none
     * @param messageKey the sentence
     * @param params what the sentence names
     * @return the exception to throw
     */
    WebApplicationException error(Status status, @Nullable String field, String messageKey, Object... params);
}
