package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.store.JoinMode;
import io.github.orgswitcher.store.JoinPolicy;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_JOIN_POLICY}. */
@Entity
@Table(name = "ORGSW_JOIN_POLICY")
@NullUnmarked
public class JoinPolicyEntity {

    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "JOIN_MODE", nullable = false, length = 16)
    JoinMode joinMode;

    @Enumerated(EnumType.STRING)
    @Column(name = "SOURCE", nullable = false, length = 16)
    Source source;

    JoinPolicy toRecord() {
        return new JoinPolicy(orgId, joinMode, source);
    }
}
