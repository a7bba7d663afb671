package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of people who were to be invited or joined, in the order in which they were named.
 *
 * @param done how many were
 * @param refused how many were not
 * @param results each of them
 */
public record BroughtInRepresentation(int done, int refused, List<Result> results) {

    /** What became of one. */
    @Schema(name = "BroughtInStatus")
    public enum Status {
        /** The person is a member now. */
        JOINED,
        /** The person is invited, and the mail is on its way. */
        INVITED,
        /** The person is invited, and cannot be written to: the invitation can be sent again. */
        INVITED_WITHOUT_MAIL,
        /** Nothing was changed. */
        REFUSED
    }

    /**
     * What became of one.
     *
     * @param userId the person
     * @param status what
     * @param message why not, as a sentence; absent where nothing was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BroughtInResult")
    public record Result(
            String userId, Status status, @Nullable String message) {}

    static BroughtInRepresentation of(List<Result> results) {
        int refused = (int) results.stream()
                .filter(result -> result.status() == Status.REFUSED)
                .count();
        return new BroughtInRepresentation(results.size() - refused, refused, results);
    }
}
