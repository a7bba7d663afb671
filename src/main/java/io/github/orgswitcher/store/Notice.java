package io.github.orgswitcher.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient is to be told about one person. It holds no address and no words: both are read when it is sent, so that
 * who is no manager any more is told nothing.
 *
 * @param id a random id
 * @param letter the mail it goes into, together with others
 * @param userId the person it is about; of an {@linkplain NoticeKind#INVITATION invitation}, who may be nobody here, its own id
 * @param link where the recipient decides; null where there is nothing to decide
 * @param createdAt when it was written
 * @param dueAt when it may be sent, or tried again
 * @param tries how often that was tried
 */
public record Notice(
        String id, Letter letter, String userId, @Nullable String link, Instant createdAt, Instant dueAt, int tries) {

    /** The recipient that is no user: the address that the realm's settings name. */
    public static final String REALM = "*";

    /**
     * What goes into one mail.
     *
     * @param realmId the realm
     * @param kind what it is about
     * @param orgId the organization
     * @param recipient a user's id, {@link #REALM}, or of an {@linkplain NoticeKind#INVITATION invitation} its own id
     */
    public record Letter(String realmId, NoticeKind kind, String orgId, String recipient) {}
}
