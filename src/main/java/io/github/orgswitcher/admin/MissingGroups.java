package io.github.orgswitcher.admin;

import io.github.orgswitcher.admin.PolicyRepresentation.RefusedValue;
import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds groups that a policy names and that are not there any more, or have become those of administrators.
 *
 * @param request the administrator's request
 * @param groups the organization's groups
 */
record MissingGroups(AdminRequest request, OrganizationGroups groups) {

    Stream<RefusedValue> in(PolicyValues values) {
        return PolicySettings.ALL.stream().flatMap(setting -> in(values, setting));
    }

    private <T> Stream<RefusedValue> in(PolicyValues values, PolicySetting<T> setting) {
        return values.find(setting).map(setting::groups).orElse(List.of()).stream()
                .filter(reference -> groups.find(reference).isEmpty())
                .map(reference -> new RefusedValue(
                        setting.field(),
                        reference,
                        request.message(setting.refused(reference).messageKey(), reference)));
    }
}
