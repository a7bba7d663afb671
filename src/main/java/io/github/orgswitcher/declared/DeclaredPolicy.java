package io.github.orgswitcher.declared;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicyValues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an organization's attributes say about its allowed domains and its join policy.
 *
 * @param policies the allowed domains, as they are stored, each with what it says for itself: nothing where the organization is closed
 * @param refused the values that are not in force as they are, each once
 * @param suspended those of the refused that are domains all the same, as they would be stored: what the realm's lists have
 *     today they may not have tomorrow
 * @param policy the settings of the join policy
 */
public record DeclaredPolicy(
        Map<String, PolicyValues> policies,
        List<RefusedDomainException> refused,
        Set<String> suspended,
        DeclaredSettings policy) {

    /** The attribute with the allowed domains, one for each value. */
    public static final String ALLOWED_DOMAINS = "org-switcher.allowed-domains";

    /**
     * Reads an organization's attributes. Blank values count as absent, as the Admin Console leaves them behind.
     *
     * @param attributes the attributes
     * @param read what they say of allowed domains
     * @param owner the organization
     * @return what they say
     */
    static DeclaredPolicy of(Map<String, List<String>> attributes, DeclaredDomains read, Owner owner) {
        DeclaredDomains domains = read.beside(owner.others());
        DeclaredSettings settings = DeclaredSettings.of(attributes, domains, owner);
        return new DeclaredPolicy(
                settings.closed()
                        ? domains.policies().keySet().stream()
                                .collect(toMap(domain -> domain, domain -> PolicyValues.NONE))
                        : domains.policies(),
                domains.refused(),
                domains.suspended(),
                settings);
    }

    /**
     * The allowed domains.
     *
     * @return the domains, as they are stored
     */
    public Set<String> domains() {
        return policies.keySet();
    }

    /** The allowed domains alone, whatever the organization has. */
    static Set<String> domains(Map<String, List<String>> attributes, DomainRules rules) {
        return DeclaredDomains.of(attributes, rules::allow).policies().keySet();
    }

    /**
     * Whether attributes say anything of a setting of the whole organization, to be understood or not.
     *
     * @param attributes the attributes
     * @param setting the setting
     * @return whether they do
     */
    static boolean names(Map<String, List<String>> attributes, PolicySetting<?> setting) {
        return values(attributes, setting.attribute()).findAny().isPresent();
    }

    static Stream<String> values(Map<String, List<String>> attributes, String name) {
        return attributes.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
