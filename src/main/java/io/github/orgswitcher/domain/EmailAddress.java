package io.github.orgswitcher.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An email address, read once: what is mailed, looked up, hashed, stored and shown is {@link #text}, and its domain is the
 * one that is matched.
 *
 * <p>There are two ways to one, because two parties read addresses. What a person types is read here alone, and all that
 * follows goes by that reading. What stands on record may have been proven by a mail of Keycloak's, which went wherever
 * IDNA2003 reads the domain to be; it counts only where both readings are the same.
 *
 * @param local the part before the {@code @}, in lower case
 * @param domain the domain
 */
public record EmailAddress(String local, EmailDomain domain) {

    private static final int FIRST_BEYOND_ASCII = 0x80;

    /**
     * A plain address as typed, such as {@code alice@acme.com}.
     *
     * @param text the text, or null; white space around it counts for nothing
     * @return the address, or empty where the text is none, or one that some mail system might read as another mailbox
     */
    public static Optional<EmailAddress> typed(@Nullable String text) {
        return WrittenAddress.of(text == null ? null : text.strip()).map(WrittenAddress::reading);
    }

    /**
     * A plain address that is kept somewhere, and may have been proven there.
     *
     * @param text the text, or null
     * @return the address, or empty where it is not plain or is not one and the same to everybody who mails it
     */
    public static Optional<EmailAddress> onRecord(@Nullable String text) {
        return WrittenAddress.of(text).filter(WrittenAddress::agreed).map(WrittenAddress::reading);
    }

    /**
     * Whether what stands on record is this very address. A database may hold letters with and without accents for equal, and they
     * are other mailboxes, so what it has found by an address is asked once more.
     *
     * @param recorded the text, or null
     * @return whether it is
     */
    public boolean isOnRecordAs(@Nullable String recorded) {
        return onRecord(recorded).filter(this::equals).isPresent();
    }

    /**
     * The address in its one spelling.
     *
     * @return local part in lower case, {@code @}, A-labels
     */
    public String text() {
        return local + "@" + domain.name();
    }

    /**
     * The address as it may stand on record.
     *
     * @return {@link #text} first, then spellings with U-labels that everybody reads as this address
     */
    public List<String> spellings() {
        return domain.spellings().stream().map(name -> local + "@" + name).toList();
    }

    /**
     * Whether a mail server needs no extension to take the address.
     *
     * @return whether the local part, too, is ASCII
     */
    public boolean isAscii() {
        return local.chars().allMatch(c -> c < FIRST_BEYOND_ASCII);
    }
}
