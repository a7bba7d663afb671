package io.github.orgswitcher.admin;

import io.github.orgswitcher.declared.DeclaredSettings;
import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.rest.JsonBody;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.keycloak.models.OrganizationModel;

/** Reads the body of a policy's update, setting by setting. */
final class PolicyBody {

    private final AdminRequest request;
    private final OrganizationModel organization;
    private final SettingBody body;
    private final JoinPolicy policy;

    PolicyBody(
            AdminRequest request,
            JsonBody json,
            OrganizationModel organization,
            JoinPolicy policy,
            OrganizationGroups groups) {
        this.request = request;
        this.organization = organization;
        this.body = new SettingBody(request, json, groups);
        this.policy = policy;
    }

    /**
     * What REST says from now on. What the body does not name stays as it is, and so does what stands behind a setting of
     * the attributes, which the body may repeat but not change.
     */
    PolicyValues values() {
        PolicyValues values = policy.api();
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            values = body.has(setting) ? with(values, setting) : values;
        }
        return values;
    }

    private <T> PolicyValues with(PolicyValues values, PolicySetting<T> setting) {
        Optional<T> value = body.read(setting);
        if (!policy.declares(setting)) {
            return values.with(setting, value);
        }
        if (!value.or(setting::standard).equals(policy.declared().find(setting))) {
            throw declared(setting);
        }
        return values;
    }

    /** Which attribute is to be changed first: where one cannot be understood, no other one says the join mode. */
    private WebApplicationException declared(PolicySetting<?> setting) {
        DeclaredSettings declared = request.declaredPolicies().of(organization).policy();
        return setting.equals(PolicySettings.JOIN_MODE) && declared.closed()
                ? request.error(
                        Status.CONFLICT,
                        setting.field(),
                        "orgSwitcherSetupWarningAttributes",
                        organization.getAlias(),
                        String.join(", ", declared.misread()))
                : request.error(Status.CONFLICT, setting.field(), "orgSwitcherSettingByAttribute", setting.attribute());
    }
}
