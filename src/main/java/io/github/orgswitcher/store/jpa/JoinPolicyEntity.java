package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.store.PolicySettings;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_JOIN_POLICY}: what one owner says about one organization. */
@Entity
@Table(name = "ORGSW_JOIN_POLICY")
@IdClass(JoinPolicyEntity.Key.class)
@NullUnmarked
public class JoinPolicyEntity {

    /**
     * The primary key.
     *
     * @param orgId the organization
     * @param source the owner
     */
    public record Key(String orgId, Source source) implements Serializable {}

    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "SOURCE", length = 16)
    Source source;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "JOIN_MODE", length = 16)
    JoinMode joinMode;

    @Column(name = "MAX_MEMBERS")
    Integer maxMembers;

    @Column(name = "SIGN_IN_KINDS")
    String signInKinds;

    @Nationalized
    @Column(name = "DEFAULT_GROUPS", length = 2000)
    String defaultGroups;

    @Column(name = "REQUIRE_VERIFIED_DOMAIN")
    Boolean requireVerifiedDomain;

    PolicySettings toRecord() {
        return new PolicySettings(
                joinMode,
                maxMembers,
                TextLists.kinds(signInKinds),
                TextLists.lines(defaultGroups),
                requireVerifiedDomain);
    }
}
