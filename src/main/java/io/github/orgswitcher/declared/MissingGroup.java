package io.github.orgswitcher.declared;

import io.github.orgswitcher.policy.PolicySetting;

/**
 * A group that an organization's attributes name and the organization has not.
 *
 * @param setting the setting that it is for
 * @param attribute the attribute that names it
 * @param group its id, or its path with a leading slash
 */
public record MissingGroup(PolicySetting<?> setting, String attribute, String group) {}
