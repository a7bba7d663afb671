package io.github.orgswitcher.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.domain.ShownText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param row its number, from 1; a header does not count
 * @param organization the organization as it was named; absent where none was
 * @param domain the domain as it is stored, or as it was typed where it was refused; absent where there was none
 * @param status what became of it
 * @param field the field that a refusal is about; absent where there is none
 * @param message a refusal's sentence; absent where nothing was refused
 * @param meant the domain that an email address or a web address stands for, which was given in a domain's place; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportRowResult")
public record RowResult(
        int row,
        @Nullable String organization,
        @Nullable String domain,
        Status status,
        @Nullable String field,
        @Nullable String message,
        @Nullable String meant) {

    /** What became of a row. */
    public enum Status {
        /** The organization has the domain now. */
        ADDED,
        /** The organization had the domain before. */
        EXISTS,
        /** The row cannot be taken. */
        REFUSED,
        /** Nothing is wrong with the row, but the import took none. */
        NOT_ADDED
    }

    static RowResult of(ImportRow row, String domain, Status status) {
        return new RowResult(row.number(), row.organization(), domain, status, null, null, null);
    }

    static RowResult refused(ImportRow row, Problem problem, Messages messages) {
        return new RowResult(
                row.number(),
                shown(row.organization()),
                shown(row.domain()),
                Status.REFUSED,
                shown(problem.field()),
                problem.sentence(messages),
                problem.meant());
    }

    /** The same where nothing was kept. */
    RowResult undone() {
        return status == Status.ADDED
                ? new RowResult(row, organization, domain, Status.NOT_ADDED, field, message, meant)
                : this;
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : ShownText.of(text);
    }
}
