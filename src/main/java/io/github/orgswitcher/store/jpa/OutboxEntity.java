package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.Notice;
import io.github.orgswitcher.store.NoticeKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_OUTBOX}. */
@Entity
@Table(name = "ORGSW_OUTBOX")
@NullUnmarked
public class OutboxEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND", nullable = false, length = 16)
    NoticeKind kind;

    @Column(name = "ORG_ID", nullable = false)
    String orgId;

    @Column(name = "USER_ID", nullable = false)
    String userId;

    @Column(name = "RECIPIENT", nullable = false)
    String recipient;

    @Column(name = "LINK", length = 2000)
    String link;

    @Column(name = "CREATED_AT", nullable = false)
    long createdAt;

    @Column(name = "DUE_AT", nullable = false)
    long dueAt;

    @Column(name = "TRIES", nullable = false)
    int tries;

    /** 0 as long as it waits. */
    @Column(name = "SENT_AT", nullable = false)
    long sentAt;

    Notice toRecord() {
        return new Notice(
                id,
                new Notice.Letter(realmId, kind, orgId, recipient),
                userId,
                link,
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(dueAt),
                tries);
    }
}
