package io.github.orgswitcher.declared;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an organization's attributes say about its allowed domains and its join policy.
 *
 * @param domains the allowed domains, as they are stored
 * @param refused the values that cannot be allowed domains, each once
 * @param policy the settings of the join policy
 */
public record DeclaredPolicy(Set<String> domains, List<RefusedDomainException> refused, DeclaredSettings policy) {

    /** The attribute with the allowed domains, one for each value. */
    public static final String ALLOWED_DOMAINS = "org-switcher.allowed-domains";

    /**
     * Reads an organization's attributes. Blank values count as absent, as the Admin Console leaves them behind.
     *
     * @param attributes the attributes
     * @param rules the realm's rules about domains
     * @return what they say
     */
    public static DeclaredPolicy of(Map<String, List<String>> attributes, DomainRules rules) {
        Set<String> domains = new LinkedHashSet<>();
        Map<String, RefusedDomainException> refused = new LinkedHashMap<>();
        values(attributes, ALLOWED_DOMAINS).forEach(value -> {
            try {
                domains.add(rules.allow(value).value());
            } catch (RefusedDomainException e) {
                refused.putIfAbsent(value, e);
            }
        });
        return new DeclaredPolicy(domains, List.copyOf(refused.values()), DeclaredSettings.of(attributes));
    }

    static Stream<String> values(Map<String, List<String>> attributes, String name) {
        return attributes.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
