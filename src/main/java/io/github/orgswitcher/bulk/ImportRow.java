package io.github.orgswitcher.bulk;

import io.github.orgswitcher.domain.ShownText;
import io.github.orgswitcher.domain.StorableText;
import io.github.orgswitcher.policy.PolicySettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import, as it was sent.
 *
 * @param number its number, from 1; a header does not count
 * @param organization the id or the alias of an organization; null where there is none
 * @param domain the domain as it was typed; null where there is none
 * @param joinMode the domain's own join mode as it was typed; null where there is none
 * @param defaultGroups the domain's own groups as they were typed; null where there are none of its own
 * @param problem what keeps the row from being looked at; null where it is well formed
 */
record ImportRow(
        int number,
        @Nullable String organization,
        @Nullable String domain,
        @Nullable String joinMode,
        @Nullable List<String> defaultGroups,
        @Nullable Problem problem) {

    static final String ORGANIZATION = "organization";
    static final String DOMAIN = "domain";
    static final String JOIN_MODE = PolicySettings.JOIN_MODE.field();
    static final String DEFAULT_GROUPS = PolicySettings.DEFAULT_GROUPS.field();

    static final RowForm FORM = new RowForm(
            Set.of(ORGANIZATION, DOMAIN),
            Set.of(JOIN_MODE),
            Set.of(DEFAULT_GROUPS),
            "orgSwitcherImportColumns",
            "orgSwitcherImportNotArray",
            "orgSwitcherImportRowInvalid");

    static ImportRow of(SentRow sent) {
        String mode = sent.text(JOIN_MODE);
        ImportRow row = new ImportRow(
                        sent.number(),
                        sent.text(ORGANIZATION),
                        sent.text(DOMAIN),
                        mode == null ? null : mode.strip(),
                        sent.list(DEFAULT_GROUPS),
                        null)
                .checked();
        return sent.problem() == null ? row : row.refused(sent.problem());
    }

    /** The same, but for texts that cannot be stored or even told. */
    private ImportRow checked() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(ORGANIZATION, text(organization));
        texts.put(DOMAIN, text(domain));
        texts.put(JOIN_MODE, text(joinMode));
        texts.put(DEFAULT_GROUPS, defaultGroups == null ? "" : String.join(" ", defaultGroups));
        return texts.entrySet().stream()
                .filter(text -> !StorableText.is(text.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(field -> refused(new Problem(field, "orgSwitcherTextInvalid", field)))
                .orElse(this);
    }

    /** The same with a problem. */
    private ImportRow refused(Problem found) {
        return new ImportRow(number, shown(organization), shown(domain), null, null, found);
    }

    private static String text(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null || StorableText.is(text) ? text : ShownText.of(text);
    }
}
