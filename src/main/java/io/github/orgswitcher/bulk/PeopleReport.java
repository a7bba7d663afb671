package io.github.orgswitcher.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.domain.ShownText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an import of people.
 *
 * @param errorMessage why not all rows were looked at; absent where they were
 * @param dryRun whether nothing of it has happened
 * @param joined how many became members
 * @param invited how many were invited, with a mail or without
 * @param unchanged how many were members, or invited, before
 * @param refused how many rows were refused
 * @param results one for each row that was looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PeopleImport")
public record PeopleReport(
        @Nullable String errorMessage,
        boolean dryRun,
        int joined,
        int invited,
        int unchanged,
        int refused,
        List<Result> results) {

    /**
     * A row that is sent.
     *
     * @param organization the id or the alias of an organization
     * @param email the address, in any spelling
     * @param firstName the first name, for whoever has no account; absent or null where it is not known
     * @param lastName the last name, for whoever has no account; absent or null where it is not known
     */
    @Schema(name = "PeopleImportRow")
    public record Row(
            String organization,
            String email,
            @Nullable String firstName,
            @Nullable String lastName) {}

    /** What became of a row. */
    @Schema(name = "PeopleImportStatus")
    public enum Status {
        /** The person is a member now. */
        JOINED,
        /** The person is invited, and the mail is on its way. */
        INVITED,
        /** The person is invited, and cannot be written to: the invitation can be sent again. */
        INVITED_WITHOUT_MAIL,
        /** The person was a member, or invited, before. */
        UNCHANGED,
        /** Nothing was changed. */
        REFUSED
    }

    /**
     * What became of a person.
     *
     * @param status what
     * @param message why nothing was changed, as a sentence; null where something was
     */
    public record Outcome(Status status, @Nullable String message) {}

    /**
     * What became of a row.
     *
     * @param row its number, from 1; a header does not count
     * @param organization the organization as it was named; absent where none was
     * @param email the address as it is read, or as it was typed where it is none; absent where there was none
     * @param status what became of it
     * @param field the field that a refusal is about; absent where there is none
     * @param message why nothing was changed, as a sentence; absent where something was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PeopleImportResult")
    public record Result(
            int row,
            @Nullable String organization,
            @Nullable String email,
            Status status,
            @Nullable String field,
            @Nullable String message) {

        static Result of(PersonRow row, Outcome outcome) {
            return new Result(row.number(), organization(row), row.email(), outcome.status(), null, outcome.message());
        }

        static Result refused(PersonRow row, Problem problem, Messages messages) {
            return new Result(
                    row.number(),
                    organization(row),
                    row.email(),
                    Status.REFUSED,
                    problem.field(),
                    problem.sentence(messages));
        }

        private static @Nullable String organization(PersonRow row) {
            return row.organization() == null ? null : ShownText.of(row.organization());
        }
    }

    /** Copies the list. */
    public PeopleReport {
        results = List.copyOf(results);
    }

    static PeopleReport of(@Nullable String errorMessage, boolean dryRun, List<Result> results) {
        return new PeopleReport(
                errorMessage,
                dryRun,
                count(results, Status.JOINED),
                count(results, Status.INVITED) + count(results, Status.INVITED_WITHOUT_MAIL),
                count(results, Status.UNCHANGED),
                count(results, Status.REFUSED),
                results);
    }

    private static int count(List<Result> results, Status status) {
        return (int)
                results.stream().filter(result -> result.status() == status).count();
    }
}
