package io.github.orgswitcher.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_DIRECTORY_LEAVER}. */
@Entity
@Table(name = "ORGSW_DIRECTORY_LEAVER")
@IdClass(DirectoryLeaverEntity.Key.class)
@NullUnmarked
public class DirectoryLeaverEntity {

    /**
     * The primary key.
     *
     * @param orgId the organization
     * @param storageId the user storage provider
     * @param entryHash whom it knows
     */
    public record Key(String orgId, String storageId, String entryHash) implements Serializable {}

    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Id
    @Column(name = "STORAGE_ID", length = 36)
    String storageId;

    @Id
    @Column(name = "ENTRY_HASH", length = 64)
    String entryHash;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;
}
