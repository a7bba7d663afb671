package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.PersonRecord;
import io.github.orgswitcher.store.PersonRecord.SetAside;
import io.github.orgswitcher.store.Proofs;
import io.github.orgswitcher.store.Proofs.Vouched;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_PERSON}. */
@Entity
@Table(name = "ORGSW_PERSON")
@IdClass(PersonEntity.Key.class)
@NullUnmarked
public class PersonEntity {

    private static final String SEPARATOR = " ";

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

    @Column(name = "PASSKEY_OFFERED", nullable = false)
    boolean passkeyOffered;

    @Column(name = "NEVER_USED", nullable = false)
    boolean neverUsed;

    @Column(name = "PROVEN_HASH")
    String provenHash;

    @Column(name = "WITNESSES", length = 2000)
    String witnesses;

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
                passkeyOffered,
                neverUsed,
                new Proofs(provenHash, witnessHash == null ? null : new Vouched(ids(), witnessHash)),
                setAsideAt == null ? null : new SetAside(Instant.ofEpochMilli(setAsideAt), setAsideHash, setAsideFor));
    }

    private Set<String> ids() {
        return witnesses == null ? Set.of() : Set.of(witnesses.split(SEPARATOR));
    }

    /** The organizations as the row holds them; null for none, which is what some databases make of an empty text. */
    static String text(Vouched vouched) {
        return vouched == null || vouched.orgIds().isEmpty()
                ? null
                : vouched.orgIds().stream().sorted().collect(Collectors.joining(SEPARATOR));
    }
}
