package io.github.orgswitcher.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_LAST_USED}. */
@Entity
@Table(name = "ORGSW_LAST_USED")
@IdClass(LastUsedEntity.Key.class)
@NullUnmarked
public class LastUsedEntity {

    /**
     * The primary key.
     *
     * @param userId the user
     * @param orgId the organization
     */
    public record Key(String userId, String orgId) implements Serializable {}

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;

    @Column(name = "USED_AT", nullable = false)
    long usedAt;
}
