package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.store.PolicySetting;

/**
 * A value of an attribute that its setting cannot have.
 *
 * @param setting the setting
 * @param value the value, fit for a message
 * @param messageKey what is wrong, as a sentence
 * @param accepted what the sentence names; empty where it names nothing
 */
public record RefusedSetting(PolicySetting setting, String value, String messageKey, String accepted) {}
