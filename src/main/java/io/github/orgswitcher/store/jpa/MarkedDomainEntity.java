package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.MarkedDomain;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_MARKED_DOMAIN}. */
@Entity
@Table(name = "ORGSW_MARKED_DOMAIN")
@IdClass(MarkedDomainEntity.Key.class)
@NullUnmarked
public class MarkedDomainEntity {

    /**
     * The primary key.
     *
     * @param realmId the realm
     * @param name the domain
     * @param orgId the organization
     */
    public record Key(String realmId, String name, String orgId) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "NAME")
    String name;

    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Column(name = "CLAIMED", nullable = false)
    boolean claimed;

    MarkedDomain toRecord() {
        return new MarkedDomain(orgId, name, claimed);
    }
}
