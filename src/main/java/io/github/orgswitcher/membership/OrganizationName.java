package io.github.orgswitcher.membership;

import io.github.orgswitcher.name.Flaw;
import io.github.orgswitcher.name.TidyName;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of an organization that a person creates: tidy, with nothing in it that cannot be seen, and no word that only
 * passes for another.
 *
 * @param value the name
 */
public record OrganizationName(String value) {

    /** The most code points a name may have. */
    public static final int MAX_LENGTH = 100;

    private static final String FIELD = "name";
    private static final int MAX_ALIAS_LENGTH = 50;

    /**
     * Reads what was typed.
     *
     * @param typed the text
     * @return the name
     * @throws ChoiceRefusedException bound to the field {@code name}, when it is missing, too long or not what it seems
     */
    public static OrganizationName of(String typed) {
        String name = TidyName.of(typed);
        if (name.isEmpty()) {
            throw refused("orgSwitcherErrorNameMissing");
        }
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw refused("orgSwitcherErrorNameTooLong", MAX_LENGTH);
        }
        Optional<Flaw> flaw = Flaw.of(name);
        if (flaw.isPresent()) {
            throw refused(flaw.get().messageKey());
        }
        return new OrganizationName(name);
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
