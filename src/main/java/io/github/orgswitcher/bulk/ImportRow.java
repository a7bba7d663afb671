package io.github.orgswitcher.bulk;

import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.domain.StorableText;
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

    /** A row that is well formed, but for texts that cannot be stored or even told. */
    static ImportRow of(int number, @Nullable String organization, @Nullable String domain) {
        boolean storable = isStorable(organization);
        if (storable && isStorable(domain)) {
            return new ImportRow(number, organization, domain, null);
        }
        String field = storable ? DOMAIN : ORGANIZATION;
        return new ImportRow(
                number, shown(organization), shown(domain), new Problem(field, "orgSwitcherTextInvalid", field));
    }

    private static boolean isStorable(@Nullable String text) {
        return text == null || StorableText.is(text);
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : ShownText.of(text);
    }

    /** A row that is malformed as a whole. */
    static ImportRow malformed(int number) {
        return new ImportRow(number, null, null, new Problem(null, "orgSwitcherImportRowInvalid"));
    }
}
