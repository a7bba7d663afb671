package io.github.orgswitcher.declared;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an organization's attributes say about its allowed domains and its join policy.
 *
 * @param domains the allowed domains, as they are stored
 * @param refused the values that cannot be allowed domains, each once
 * @param suspended those of the refused that are domains all the same, as they would be stored: what the realm's lists have
 *     today they may not have tomorrow
 * @param policy the settings of the join policy
 */
public record DeclaredPolicy(
        Set<String> domains, List<RefusedDomainException> refused, Set<String> suspended, DeclaredSettings policy) {

    /** The attribute with the allowed domains, one for each value. */
    public static final String ALLOWED_DOMAINS = "org-switcher.allowed-domains";

    /**
     * Reads an organization's attributes. Blank values count as absent, as the Admin Console leaves them behind.
     *
     * @param attributes the attributes
     * @param rules the realm's rules about domains
     * @param groups whether the organization has a group, by its id or path
     * @return what they say
     */
    public static DeclaredPolicy of(Map<String, List<String>> attributes, DomainRules rules, Predicate<String> groups) {
        Set<String> domains = new LinkedHashSet<>();
        Map<String, RefusedDomainException> refused = new LinkedHashMap<>();
        Set<String> suspended = new LinkedHashSet<>();
        values(attributes, ALLOWED_DOMAINS).forEach(value -> {
            try {
                domains.add(rules.allow(value).value());
            } catch (RefusedDomainException e) {
                refused.putIfAbsent(value, e);
                DomainPattern.find(value).map(DomainPattern::value).ifPresent(suspended::add);
            }
        });
        return new DeclaredPolicy(
                domains, List.copyOf(refused.values()), suspended, DeclaredSettings.of(attributes, groups));
    }

    static Stream<String> values(Map<String, List<String>> attributes, String name) {
        return attributes.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
