package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailDomain;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address that may be written to.
 *
 * @param text in lower case: what the mail goes to is what users are looked up by, so that no letter that folds to another
 *     can part the two
 * @param domain its domain
 */
record EmailAddress(String text, EmailDomain domain) {

    /**
     * A plain address as typed.
     *
     * @param typed the text, or null
     * @return the address, or empty where it could be read in two ways
     */
    static Optional<EmailAddress> of(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return EmailDomain.of(text).map(domain -> new EmailAddress(text, domain));
    }

    /** What mails to it are counted by; two spellings of a domain are one. */
    String countedAs() {
        return text.substring(0, text.indexOf('@') + 1) + domain.name();
    }
}
