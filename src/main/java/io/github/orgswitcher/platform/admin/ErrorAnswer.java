package io.github.orgswitcher.platform.admin;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;

/** How Keycloak's own REST says what is wrong. */
public final class ErrorAnswer {

    private ErrorAnswer() {}

    /**
     * A refusal. Once it answers the request, nothing of the request's own transaction is kept.
     *
     * @param status the status
     * @param field the field it is bound to; null where there is none
     * @param sentence the sentence to be shown
     * @param params what the sentence names
     * @return the exception to throw
     */
    public static WebApplicationException of(Status status, @Nullable String field, String sentence, Object... params) {
        return ErrorResponse.errors(
                List.of(new ErrorRepresentation(field, sentence, params.length == 0 ? null : params)), status);
    }
}
