package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.store.Source;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organization's policy, as JSON. All but the values of the settings is read only, and ignored where it is sent back.
 *
 * @param values what is in force, a field a setting; absent where there is nothing
 * @param settings what there is to set, in the order in which people read it
 * @param source who owns the join mode
 * @param sources who owns each setting, by its field
 * @param memberCount how many members there are, however they came
 * @param openRequests how many people have asked to join, and nobody has decided
 * @param refusedDomains values of the organization's attribute that are not in force
 * @param refusedJoinMode the join mode of the organization's attribute that is not in force; null where there is none
 * @param refusedSettings other settings of the organization's attributes that are not in force, and default groups that
 *     are not there
 * @param access what the administrator who asks may do with the organization
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyRepresentation(
        @JsonAnyGetter Map<String, Object> values,
        List<Setting> settings,
        Source source,
        Map<String, Source> sources,
        long memberCount,
        long openRequests,
        List<RefusedDomain> refusedDomains,
        @Nullable RefusedJoinMode refusedJoinMode,
        List<RefusedValue> refusedSettings,
        Access access) {

    /**
     * A setting.
     *
     * @param field its field
     * @param kind what its values look like
     * @param options what can be chosen from; empty where there is nothing to choose from
     */
    @Schema(name = "PolicySettingDescription")
    public record Setting(String field, PolicySetting.Kind kind, List<String> options) {

        static Setting of(PolicySetting<?> setting) {
            return new Setting(setting.field(), setting.kind(), setting.options());
        }
    }

    /**
     * A domain that cannot be an allowed domain.
     *
     * @param domain the value
     * @param reason why
     * @param message why, as a sentence
     */
    public record RefusedDomain(String domain, Refusal reason, String message) {}

    /**
     * A join mode that does not exist.
     *
     * @param joinMode the value
     * @param message what is wrong, as a sentence
     */
    public record RefusedJoinMode(String joinMode, String message) {}

    /**
     * A value that a setting cannot have.
     *
     * @param field the setting
     * @param value the value
     * @param message what is wrong, as a sentence
     */
    public record RefusedValue(String field, String value, String message) {}

    /**
     * Rights.
     *
     * @param view whether the administrator may read the organization
     * @param manage whether the administrator may change it
     */
    @Schema(name = "OrganizationAccess")
    public record Access(boolean view, boolean manage) {}
}
