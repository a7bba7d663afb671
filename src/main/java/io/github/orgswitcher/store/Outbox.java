package io.github.orgswitcher.store;

import io.github.orgswitcher.store.Notice.Letter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The notices of one realm. They are written with the change that they tell of, and kept for a while after they were sent, so
 * that many in a day become one mail.
 */
public interface Outbox {

    /**
     * Writes a notice.
     *
     * @param notice the notice, not tried yet
     */
    void add(Notice notice);

    /**
     * Who is already to be told about a person, at the next opportunity.
     *
     * @param kind what it is about
     * @param orgId the organization
     * @param userId the person
     * @return the recipients of notices that wait
     */
    Set<String> recipients(NoticeKind kind, String orgId, String userId);

    /**
     * Takes the waiting notices of a letter, so that no other node sends them. Of very many the oldest; the others go into the
     * next letter.
     *
     * @param letter the letter
     * @param now the time
     * @param until when others may take them, should this node never come back to them
     * @return what was taken, the oldest first; none where another one has them, or they are to wait
     */
    List<Notice> claim(Letter letter, Instant now, Instant until);

    /**
     * What of a letter is to be sent now. Of very much the oldest.
     *
     * @param letter the letter
     * @param now the time
     * @return the notices, the oldest first
     */
    List<Notice> due(Letter letter, Instant now);

    /**
     * When a letter like this was last sent.
     *
     * @param letter the letter
     * @return the time; empty where none is kept
     */
    Optional<Instant> lastSent(Letter letter);

    /**
     * Has notices wait.
     *
     * @param notices what was claimed
     * @param until when they are due again
     */
    void saveDue(Collection<Notice> notices, Instant until);

    /**
     * Notes that notices were sent.
     *
     * @param notices what was claimed
     * @param now the time
     */
    void saveSent(Collection<Notice> notices, Instant now);

    /**
     * Forgets notices.
     *
     * @param notices what was claimed
     */
    void remove(Collection<Notice> notices);
}
