package io.github.orgswitcher.declared;

import io.github.orgswitcher.policy.PolicyValues;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The organization whose attributes are read, as far as what they mean depends on what it has.
 *
 * @param groups whether it has a group, by the group's id, or its path with a leading slash
 * @param others what domains that REST or the Admin Console has added say for themselves, by the domain as it is stored
 */
record Owner(Predicate<String> groups, Map<String, PolicyValues> others) {}
