package io.github.orgswitcher.platform.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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

    /**
     * The same for what stands for something else.
     *
     * @param status the status
     * @param field the field it is bound to
     * @param sentence the sentence to be shown
     * @param named what the sentence names
     * @param meant what may be meant; null where nothing is known
     * @return the exception to throw
     */
    public static WebApplicationException meant(
            Status status, String field, String sentence, String named, @Nullable String meant) {
        return ErrorResponse.errors(List.of(new Meant(field, sentence, named, meant)), status);
    }

    /** Keycloak's own form of an error, and what may be meant. */
    private static final class Meant extends ErrorRepresentation {

        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_NULL)
        private final @Nullable String meant;

        Meant(String field, String sentence, String named, @Nullable String meant) {
            super(field, sentence, new Object[] {named});
            this.meant = meant;
        }
    }
}
