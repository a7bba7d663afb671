package io.github.orgswitcher.admin;

import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.policy.RefusedValueException;
import io.github.orgswitcher.rest.JsonBody;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/** Reads the body of a policy's update, setting by setting. */
final class PolicyBody {

    private final AdminRequest request;
    private final JsonBody json;
    private final JoinPolicy policy;
    private final OrganizationGroups groups;

    PolicyBody(AdminRequest request, JsonBody json, JoinPolicy policy, OrganizationGroups groups) {
        this.request = request;
        this.json = json;
        this.policy = policy;
        this.groups = groups;
    }

    /**
     * What REST says from now on. What the body does not name stays as it is, and so does what stands behind a setting of
     * the attributes, which the body may repeat but not change.
     */
    PolicyValues values() {
        PolicyValues values = policy.api();
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            values = json.has(setting.field()) ? with(values, setting) : values;
        }
        return values;
    }

    private <T> PolicyValues with(PolicyValues values, PolicySetting<T> setting) {
        Optional<T> value = read(setting);
        if (!policy.declares(setting)) {
            return values.with(setting, value);
        }
        if (!value.or(setting::standard).equals(policy.declared().find(setting))) {
            throw request.error(Status.CONFLICT, setting.field(), "orgSwitcherSettingByAttribute", setting.attribute());
        }
        return values;
    }

    private <T> Optional<T> read(PolicySetting<T> setting) {
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
