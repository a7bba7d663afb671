package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.EnrollmentStatus;
import io.github.orgswitcher.store.Enrollment;
import io.github.orgswitcher.store.EnrollmentMethod;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_ENROLLMENT}. */
@Entity
@Table(name = "ORGSW_ENROLLMENT")
@IdClass(EnrollmentEntity.Key.class)
@NullUnmarked
public class EnrollmentEntity {

    /** Stands in the place of whoever has created an organization and is gone. */
    static final String NOBODY = "-";

    /**
     * The primary key.
     *
     * @param orgId the organization
     * @param userId the user
     */
    public record Key(String orgId, String userId) implements Serializable {}

    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS", nullable = false, length = 16)
    EnrollmentStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "METHOD", length = 32)
    EnrollmentMethod method;

    @Column(name = "DOMAIN")
    String domain;

    @Column(name = "CREATED_AT", nullable = false)
    long createdAt;

    @Column(name = "UPDATED_AT", nullable = false)
    long updatedAt;

    @Column(name = "DECIDED_BY")
    String decidedBy;

    /** When a login's page has told the person of the denial. */
    @Column(name = "TOLD_AT")
    Long toldAt;

    /** The invitation that the person has seen and passed over. */
    @Column(name = "INVITATION", length = 36)
    String invitation;

    Enrollment toRecord() {
        return new Enrollment(
                orgId,
                userId,
                status,
                method,
                domain,
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(updatedAt),
                decidedBy);
    }
}
