package io.github.orgswitcher.admin;

import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.RefusedValueException;
import io.github.orgswitcher.rest.JsonBody;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/**
 * Reads settings of a body.
 *
 * @param request refuses what cannot be read
 * @param json the body
 * @param groups the organization's groups, of which a setting may name those that are there
 */
record SettingBody(AdminRequest request, JsonBody json, OrganizationGroups groups) {

    boolean has(PolicySetting<?> setting) {
        return json.has(setting.field());
    }

    boolean isNull(PolicySetting<?> setting) {
        return json.value(setting.field()).isEmpty();
    }

    /** Empty where the body takes the setting back. */
    <T> Optional<T> read(PolicySetting<T> setting) {
        try {
            Optional<T> value = setting.ofJson(json.plain(setting.field()));
            for (String group : value.map(setting::groups).orElse(List.of())) {
                if (groups.find(group).isEmpty()) {
                    throw setting.refused(group);
                }
            }
            return value;
        } catch (RefusedValueException e) {
            throw invalid(setting, e);
        }
    }

    private WebApplicationException invalid(PolicySetting<?> setting, RefusedValueException refused) {
        return request.error(
                Status.BAD_REQUEST,
                setting.field(),
                refused.messageKey(),
                refused.params().toArray());
    }
}
