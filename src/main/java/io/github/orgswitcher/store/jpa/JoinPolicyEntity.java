package io.github.orgswitcher.store.jpa;

import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.store.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Function;
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

    /** What the row holds for each setting, in a property that has the setting's name. */
    static final Map<PolicySetting<?>, Function<JoinPolicyEntity, Object>> COLUMNS = Map.of(
            PolicySettings.JOIN_MODE, row -> row.joinMode,
            PolicySettings.SIGN_IN_KINDS, row -> row.signInKinds,
            PolicySettings.MAX_MEMBERS, row -> row.maxMembers,
            PolicySettings.DEFAULT_GROUPS, row -> row.defaultGroups,
            PolicySettings.REQUIRE_VERIFIED_DOMAIN, row -> row.requireVerifiedDomain,
            PolicySettings.MANAGER_GROUP, row -> row.managerGroup,
            PolicySettings.MAIL_REQUESTS, row -> row.mailRequests,
            PolicySettings.MAIL_ANSWERS, row -> row.mailAnswers,
            PolicySettings.MAIL_WELCOME, row -> row.mailWelcome);

    @Id
    @Column(name = "ORG_ID")
    String orgId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "SOURCE", length = 16)
    Source source;

    @Column(name = "REALM_ID", nullable = false, length = 36)
    String realmId;

    @Column(name = "JOIN_MODE", length = 16)
    String joinMode;

    @Column(name = "MAX_MEMBERS")
    Integer maxMembers;

    @Column(name = "SIGN_IN_KINDS")
    String signInKinds;

    @Nationalized
    @Column(name = "DEFAULT_GROUPS", length = 2000)
    String defaultGroups;

    @Column(name = "REQUIRE_VERIFIED_DOMAIN")
    Boolean requireVerifiedDomain;

    @Nationalized
    @Column(name = "MANAGER_GROUP", length = 2000)
    String managerGroup;

    @Column(name = "MAIL_REQUESTS")
    Boolean mailRequests;

    @Column(name = "MAIL_ANSWERS")
    Boolean mailAnswers;

    @Column(name = "MAIL_WELCOME")
    Boolean mailWelcome;

    PolicyValues toValues() {
        return PolicyValues.ofColumns(setting -> COLUMNS.get(setting).apply(this));
    }
}
