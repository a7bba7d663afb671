package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.toSet;

import com.google.common.collect.Lists;
import io.github.orgswitcher.platform.table.RealmQueries;
import io.github.orgswitcher.store.Notice;
import io.github.orgswitcher.store.Notice.Letter;
import io.github.orgswitcher.store.NoticeKind;
import io.github.orgswitcher.store.Outbox;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of {@code ORGSW_OUTBOX}. */
record JpaOutbox(RealmQueries queries) implements Outbox {

    private static final String LETTER = """
             where n.realmId = :realm and n.kind = :kind and n.orgId = :org and n.recipient = :recipient
            """;

    private static final String WAITING = "select n from OutboxEntity n" + LETTER + " and n.sentAt = 0";

    private static final String OLDEST_FIRST = " order by n.createdAt, n.id";

    private static final String OVERDUE = WAITING + " and n.dueAt <= :now" + OLDEST_FIRST;

    private static final String RECIPIENTS = """
            select n.recipient from OutboxEntity n
             where n.realmId = :realm and n.kind = :kind and n.orgId = :org and n.userId = :user and n.sentAt = 0
            """;

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

    /** The most of one letter. */
    private static final int MOST = 1000;

    /** Databases limit the values of a statement. */
    private static final int IN_A_STATEMENT = 500;

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

    @Override
    public Set<String> recipients(NoticeKind kind, String orgId, String userId) {
        return queries.unflushed(RECIPIENTS, String.class)
                .setParameter("kind", kind)
                .setParameter("org", orgId)
                .setParameter("user", userId)
                .getResultStream()
                .collect(toSet());
    }

    /** Everyone begins with the oldest: who does not get it gets none. */
    @Override
    public List<Notice> claim(Letter letter, Instant now, Instant until) {
        List<Notice> waiting = records(of(letter, queries.unflushed(WAITING + OLDEST_FIRST, OutboxEntity.class)));
        Optional<Instant> next = waiting.stream()
                .filter(notice -> notice.tries() > 0)
                .map(Notice::dueAt)
                .filter(due -> due.isAfter(now))
                .max(Comparator.naturalOrder());
        if (next.isPresent()) {
            // Newcomers go with those that were there before.
            saveDue(due(letter, now), next.get());
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
    public List<Notice> due(Letter letter, Instant now) {
        return records(
                of(letter, queries.unflushed(OVERDUE, OutboxEntity.class)).setParameter("now", now.toEpochMilli()));
    }

    private static List<Notice> records(TypedQuery<OutboxEntity> query) {
        return query.setMaxResults(MOST)
                .getResultStream()
                .map(OutboxEntity::toRecord)
                .toList();
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
        chunks(notices).forEach(ids -> queries.unflushed(statement)
                .setParameter("ids", ids)
                .setParameter("at", at.toEpochMilli())
                .executeUpdate());
    }

    @Override
    public void remove(Collection<Notice> notices) {
        chunks(notices)
                .forEach(ids ->
                        queries.unflushed(REMOVE).setParameter("ids", ids).executeUpdate());
    }

    private static List<List<String>> chunks(Collection<Notice> notices) {
        return Lists.partition(notices.stream().map(Notice::id).toList(), IN_A_STATEMENT);
    }

    private static <Q extends Query> Q of(Letter letter, Q query) {
        query.setParameter("kind", letter.kind())
                .setParameter("org", letter.orgId())
                .setParameter("recipient", letter.recipient());
        return query;
    }
}
