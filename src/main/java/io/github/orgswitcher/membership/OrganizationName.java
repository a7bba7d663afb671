package io.github.orgswitcher.membership;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an organization that a person creates: trimmed, in Unicode's composed form, with no character that cannot
 * be seen.
 *
 * @param value the name
 */
public record OrganizationName(String value) {

    /** The most code points a name may have. */
    public static final int MAX_LENGTH = 100;

    /** Every kind of space, the no-break space too, which {@link String#strip()} leaves. */
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private static final String FIELD = "name";
    private static final int MAX_ALIAS_LENGTH = 50;

    /**
     * Reads what was typed.
     *
     * @param typed the text
     * @return the name
     * @throws ChoiceRefusedException bound to the field {@code name}, when it is missing, too long or cannot be seen
     */
    public static OrganizationName of(String typed) {
        String name = EDGES.matcher(Normalizer.normalize(typed, Form.NFC)).replaceAll("");
        if (name.isEmpty()) {
            throw refused("orgSwitcherErrorNameMissing");
        }
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw refused("orgSwitcherErrorNameTooLong", MAX_LENGTH);
        }
        if (name.codePoints().anyMatch(OrganizationName::invisible)) {
            throw refused("orgSwitcherErrorNameInvalid");
        }
        return new OrganizationName(name);
    }

    private static boolean invisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static ChoiceRefusedException refused(String messageKey, Object... parameters) {
        return new ChoiceRefusedException(FIELD, messageKey, "org_switcher_name_invalid", parameters);
    }

    /**
     * The name as an alias, which must be good for an OAuth scope ({@code organization:alias}).
     *
     * @return lower-case ASCII letters, digits and hyphens; {@code organization} where the name has none of them
     */
    public String alias() {
        String ascii = Normalizer.normalize(value, Form.NFKD)
                .replaceAll("[\\p{M}'\u2019]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String alias =
                ascii.substring(0, Math.min(ascii.length(), MAX_ALIAS_LENGTH)).replaceAll("^-+|-+$", "");
        return alias.isEmpty() ? "organization" : alias;
    }
}
