package io.github.orgswitcher.bulk;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.domain.StorableText;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import of people, as it was sent.
 *
 * @param number its number, from 1; the header does not count
 * @param organization the id or the alias of an organization; null where there is none
 * @param email the address as it was typed; null where there is none
 * @param address what that reads as; null where it is no address
 * @param firstName the first name; null where there is none
 * @param lastName the last name; null where there is none
 * @param problem what keeps the row from being looked at; null where it is well formed
 */
record PersonRow(
        int number,
        @Nullable String organization,
        @Nullable String email,
        @Nullable EmailAddress address,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Problem problem) {

    static final String EMAIL = "email";
    private static final String FIRST_NAME = "firstName";
    private static final String LAST_NAME = "lastName";

    static final Set<String> NEEDED = Set.of(ImportRow.ORGANIZATION, EMAIL);
    static final Set<String> OTHERS = Set.of(FIRST_NAME, LAST_NAME);
    /** Of a table, and of one line, that has others. */
    static final String COLUMNS = "orgSwitcherPeopleImportColumns";

    /** As many as Keycloak keeps. */
    private static final int MAX_NAME = 255;

    static PersonRow of(CsvTable.Line line) {
        if (!line.isWhole()) {
            return new PersonRow(line.number(), null, null, null, null, null, new Problem(null, COLUMNS));
        }
        String organization = line.cell(ImportRow.ORGANIZATION);
        String email = line.cell(EMAIL);
        String firstName = line.cell(FIRST_NAME).strip();
        String lastName = line.cell(LAST_NAME).strip();
        EmailAddress address = EmailAddress.typed(email).orElse(null);
        Problem problem = unstorable(ImportRow.ORGANIZATION, organization)
                .or(() -> address == null
                        ? Optional.of(new Problem(EMAIL, "orgSwitcherPreviewEmailInvalid"))
                        : Optional.empty())
                .or(() -> nameProblem(FIRST_NAME, firstName))
                .or(() -> nameProblem(LAST_NAME, lastName))
                .orElse(null);
        return new PersonRow(
                line.number(),
                orNull(organization),
                address == null ? orNull(ShownText.of(email)) : address.text(),
                address,
                orNull(firstName),
                orNull(lastName),
                problem);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Optional<Problem> nameProblem(String field, String text) {
        return unstorable(field, text)
                .or(() -> text.length() > MAX_NAME
                        ? Optional.of(new Problem(field, "orgSwitcherErrorNameTooLong", MAX_NAME))
                        : Optional.empty());
    }

    private static Optional<Problem> unstorable(String field, String text) {
        return StorableText.is(text)
                ? Optional.empty()
                : Optional.of(new Problem(field, "orgSwitcherTextInvalid", field));
    }
}
