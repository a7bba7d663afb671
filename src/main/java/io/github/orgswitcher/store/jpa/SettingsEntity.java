package io.github.orgswitcher.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_SETTINGS}. */
@Entity
@Table(name = "ORGSW_SETTINGS")
@NullUnmarked
public class SettingsEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Column(name = "SAVED_AT", nullable = false)
    long savedAt;

    @Column(name = "ERASED", nullable = false)
    boolean erased;

    @Nationalized
    @Column(name = "CONTENT", nullable = false)
    String content;
}
