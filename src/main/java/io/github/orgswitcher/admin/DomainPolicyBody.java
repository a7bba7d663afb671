package io.github.orgswitcher.admin;

import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a body says of one allowed domain's policy. What it does not name stays; null leaves it to the organization. */
record DomainPolicyBody(SettingBody body) {

    /** The fields. */
    static final List<String> FIELDS =
            PolicySettings.OF_ONE_DOMAIN.stream().map(PolicySetting::field).toList();

    static Stream<String> fields(String... others) {
        return Stream.concat(FIELDS.stream(), Stream.of(others));
    }

    PolicyValues values(PolicyValues present) {
        PolicyValues values = present;
        for (PolicySetting<?> setting : PolicySettings.OF_ONE_DOMAIN) {
            values = body.has(setting) ? with(values, setting) : values;
        }
        return values;
    }

    /** No groups at all are none, and not those of the organization. */
    private <T> PolicyValues with(PolicyValues values, PolicySetting<T> setting) {
        return values.with(
                setting,
                body.isNull(setting) ? Optional.empty() : body.read(setting).or(setting::standard));
    }
}
