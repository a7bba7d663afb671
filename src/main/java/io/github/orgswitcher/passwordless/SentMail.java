package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * The latest mail of a login; an older one counts for nothing.
 *
 * @param id a random id, which the link carries too
 * @param address where it went
 * @param codeHash the hash of its code; null where it has none
 * @param sentAt when, in seconds
 * @param expiresAt until when link and code can be used, in seconds
 */
record SentMail(String id, EmailAddress address, @Nullable String codeHash, long sentAt, long expiresAt) {

    boolean isExpired(long now) {
        return now >= expiresAt;
    }

    long secondsLeft(long now) {
        return Math.max(1, expiresAt - now);
    }
}
