package io.github.orgswitcher.bulk;

import org.jspecify.annotations.Nullable;

/**
 * A row of an import, as it was sent.
 *
 * @param number its number, from 1; a header does not count
 * @param organization the id or the alias of an organization; null where there is none
 * @param domain the domain as it was typed; null where there is none
 * @param problem what keeps the row from being looked at; null where it is well formed
 */
record ImportRow(
        int number,
        @Nullable String organization,
        @Nullable String domain,
        @Nullable Problem problem) {

    static final String ORGANIZATION = "organization";
    static final String DOMAIN = "domain";

    /** A row that is malformed as a whole. */
    static ImportRow malformed(int number) {
        return new ImportRow(number, null, null, new Problem(null, "orgSwitcherImportRowInvalid"));
    }
}
