package io.github.orgswitcher.bulk;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.domain.StorableText;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import of people, as it was sent.
 *
 * @param number its number, from 1; a header does not count
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

    static final RowForm FORM = new RowForm(
            Set.of(ImportRow.ORGANIZATION, EMAIL),
            Set.of(FIRST_NAME, LAST_NAME),
            Set.of(),
            "orgSwitcherPeopleImportColumns",
            "orgSwitcherPeopleImportNotArray",
            "orgSwitcherPeopleImportColumns");

    /** As many as Keycloak keeps. */
    private static final int MAX_NAME = 255;

    static PersonRow of(SentRow sent) {
        String organization = text(sent, ImportRow.ORGANIZATION);
        String email = text(sent, EMAIL);
        String firstName = text(sent, FIRST_NAME).strip();
        String lastName = text(sent, LAST_NAME).strip();
        EmailAddress address = EmailAddress.typed(email).orElse(null);
        Problem problem = Optional.ofNullable(sent.problem())
                .or(() -> unstorable(ImportRow.ORGANIZATION, organization))
                .or(() -> address == null
                        ? Optional.of(new Problem(EMAIL, "orgSwitcherPreviewEmailInvalid"))
                        : Optional.empty())
                .or(() -> nameProblem(FIRST_NAME, firstName))
                .or(() -> nameProblem(LAST_NAME, lastName))
                .orElse(null);
        return new PersonRow(
                sent.number(),
                orNull(organization),
                address == null ? orNull(ShownText.of(email)) : address.text(),
                address,
                orNull(firstName),
                orNull(lastName),
                problem);
    }

    private static String text(SentRow sent, String field) {
        return Objects.requireNonNullElse(sent.text(field), "");
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
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
