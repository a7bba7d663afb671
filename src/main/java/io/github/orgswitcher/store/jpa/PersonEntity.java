package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.PersonRecord.SetAside;
import io.github.orgswitcher.store.PersonRecord.Witness;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_PERSON}. */
@Entity
@Table(name = "ORGSW_PERSON")
@IdClass(PersonEntity.Key.class)
@NullUnmarked
public class PersonEntity {

    /**
     * The primary key.
     *
     * @param realmId the realm
     * @param userId the user
     */
    public record Key(String realmId, String userId) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Column(name = "SKIPPED", nullable = false)
    boolean skipped;

    @Column(name = "NEVER_USED", nullable = false)
    boolean neverUsed;

    @Column(name = "PROVEN_HASH")
    String provenHash;

    @Column(name = "WITNESS")
    String witness;

    @Column(name = "WITNESS_HASH")
    String witnessHash;

    @Column(name = "SET_ASIDE_AT")
    Long setAsideAt;

    @Column(name = "SET_ASIDE_HASH")
    String setAsideHash;

    @Column(name = "SET_ASIDE_FOR")
    String setAsideFor;

    PersonRecord toRecord() {
        return new PersonRecord(
                skipped,
                neverUsed,
                provenHash,
                witness == null ? null : new Witness(witness, witnessHash),
                setAsideAt == null ? null : new SetAside(Instant.ofEpochMilli(setAsideAt), setAsideHash, setAsideFor));
    }
}
