package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Notice;
import io.github.orgswitcher.store.Notice.Letter;
import io.github.orgswitcher.store.Outbox;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows of {@code ORGSW_OUTBOX}. */
record JpaOutbox(RealmQueries queries) implements Outbox {

    private static final String LETTER = """
             where n.realmId = :realm and n.kind = :kind and n.orgId = :org and n.recipient = :recipient
            """;

    private static final String WAITING =
            "select n from OutboxEntity n" + LETTER + " and n.sentAt = 0 order by n.createdAt, n.id";

    private static final String LAST_SENT = "select max(n.sentAt) from OutboxEntity n" + LETTER + " and n.sentAt > 0";

    private static final String ADD = """
            insert into OutboxEntity (id, realmId, kind, orgId, userId, recipient, link, createdAt, dueAt, tries, sentAt)
            values (:id, :realm, :kind, :org, :user, :recipient, :link, :createdAt, :dueAt, 0, 0)
            """;

    private static final String CLAIM = """
            update OutboxEntity n set n.tries = n.tries + 1, n.dueAt = :until
             where n.realmId = :realm and n.id = :id and n.tries = :tries and n.sentAt = 0
            """;

    private static final String DUE =
            "update OutboxEntity n set n.dueAt = :at where n.realmId = :realm and n.id in (:ids)";

    private static final String SENT =
            "update OutboxEntity n set n.sentAt = :at where n.realmId = :realm and n.id in (:ids)";

    private static final String REMOVE = "delete from OutboxEntity n where n.realmId = :realm and n.id in (:ids)";

    @Override
    public void add(Notice notice) {
        of(notice.letter(), queries.unflushed(ADD))
                .setParameter("id", notice.id())
                .setParameter("user", notice.userId())
                .setParameter("link", notice.link())
                .setParameter("createdAt", notice.createdAt().toEpochMilli())
                .setParameter("dueAt", notice.dueAt().toEpochMilli())
                .executeUpdate();
    }

    /** Everyone begins with the oldest: who does not get it gets none. */
    @Override
    public List<Notice> claim(Letter letter, Instant now, Instant until) {
        List<Notice> waiting = of(letter, queries.unflushed(WAITING, OutboxEntity.class)).getResultList().stream()
                .map(OutboxEntity::toRecord)
                .toList();
        Optional<Instant> next = waiting.stream()
                .filter(notice -> notice.tries() > 0)
                .map(Notice::dueAt)
                .filter(due -> due.isAfter(now))
                .max(Comparator.naturalOrder());
        if (next.isPresent()) {
            // Newcomers go with those that were there before.
            List<Notice> due = waiting.stream()
                    .filter(notice -> !notice.dueAt().isAfter(now))
                    .toList();
            if (!due.isEmpty()) {
                saveDue(due, next.get());
            }
            return List.of();
        }
        return waiting.stream().allMatch(notice -> claim(notice, until)) ? waiting : List.of();
    }

    private boolean claim(Notice notice, Instant until) {
        return queries.unflushed(CLAIM)
                        .setParameter("id", notice.id())
                        .setParameter("tries", notice.tries())
                        .setParameter("until", until.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<Instant> lastSent(Letter letter) {
        return Optional.ofNullable(
                        of(letter, queries.unflushed(LAST_SENT, Long.class)).getSingleResult())
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void saveDue(Collection<Notice> notices, Instant until) {
        set(DUE, notices, until);
    }

    @Override
    public void saveSent(Collection<Notice> notices, Instant now) {
        set(SENT, notices, now);
    }

    private void set(String statement, Collection<Notice> notices, Instant at) {
        queries.unflushed(statement)
                .setParameter("ids", ids(notices))
                .setParameter("at", at.toEpochMilli())
                .executeUpdate();
    }

    @Override
    public void remove(Collection<Notice> notices) {
        queries.unflushed(REMOVE).setParameter("ids", ids(notices)).executeUpdate();
    }

    private static List<String> ids(Collection<Notice> notices) {
        return notices.stream().map(Notice::id).toList();
    }

    private static <Q extends Query> Q of(Letter letter, Q query) {
        query.setParameter("kind", letter.kind())
                .setParameter("org", letter.orgId())
                .setParameter("recipient", letter.recipient());
        return query;
    }
}
