package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.store.Verification;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code ORGSW_ALLOWED_DOMAIN}. */
@Entity
@Table(name = "ORGSW_ALLOWED_DOMAIN")
@NullUnmarked
public class AllowedDomainEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;

    @Column(name = "ORG_ID", nullable = false)
    String orgId;

    @Column(name = "DOMAIN", nullable = false)
    String domain;

    @Column(name = "SEARCH_NAME", nullable = false)
    String searchName;

    @Enumerated(EnumType.STRING)
    @Column(name = "SOURCE", nullable = false, length = 16)
    Source source;

    @Enumerated(EnumType.STRING)
    @Column(name = "VERIFICATION", nullable = false, length = 16)
    Verification verification;

    @Column(name = "VERIFICATION_TOKEN", nullable = false)
    String verificationToken;

    @Column(name = "VERIFIED_AT")
    Long verifiedAt;

    @Column(name = "CHECKED_AT")
    Long checkedAt;

    @Column(name = "MISSING_SINCE")
    Long missingSince;

    @Column(name = "CREATED_AT", nullable = false)
    long createdAt;

    @Column(name = "CREATED_BY")
    String createdBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "BACKING", nullable = false, length = 16)
    Backing backing;

    @Column(name = "JOIN_MODE", length = 16)
    String joinMode;

    @Nationalized
    @Column(name = "DEFAULT_GROUPS", length = 2000)
    String defaultGroups;

    /** What the row holds for each setting of one domain, in a property that has the setting's name. */
    static PolicyValues policy(String joinMode, String defaultGroups) {
        Map<PolicySetting<?>, Optional<String>> columns = Map.of(
                PolicySettings.JOIN_MODE, Optional.ofNullable(joinMode),
                PolicySettings.DEFAULT_GROUPS, Optional.ofNullable(defaultGroups));
        return PolicyValues.ofColumns(
                setting -> columns.getOrDefault(setting, Optional.empty()).orElse(null));
    }

    AllowedDomain toRecord() {
        DomainProof proof = new DomainProof(
                verification, verificationToken, instant(verifiedAt), instant(checkedAt), instant(missingSince));
        return new AllowedDomain(
                orgId,
                domain,
                source,
                proof,
                Instant.ofEpochMilli(createdAt),
                createdBy,
                backing,
                policy(joinMode, defaultGroups));
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
