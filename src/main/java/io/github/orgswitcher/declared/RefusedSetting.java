package io.github.orgswitcher.declared;

import io.github.orgswitcher.policy.PolicySetting;
import java.util.List;

/**
 * A value of an attribute that its setting cannot have.
 *
 * @param setting the setting
 * @param value the value, fit for a message
 * @param messageKey what is wrong, as a sentence
 * @param params what the sentence names
 */
public record RefusedSetting(PolicySetting<?> setting, String value, String messageKey, List<String> params) {}
