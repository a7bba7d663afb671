package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.store.JoinMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an organization's attributes say about its allowed domains and its join mode.
 *
 * @param domains the allowed domains, as they are stored
 * @param refused the values that cannot be allowed domains, each once
 * @param joinModeText what stands for the join mode; null where nothing does, and so REST sets the mode
 */
public record DeclaredPolicy(
        Set<String> domains,
        List<RefusedDomainException> refused,
        @Nullable String joinModeText) {

    /** The attribute with the allowed domains, one for each value. */
    public static final String ALLOWED_DOMAINS = "org-switcher.allowed-domains";

    /** The attribute with the join mode. */
    public static final String JOIN_MODE = "org-switcher.join-mode";

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
        return new DeclaredPolicy(
                domains,
                List.copyOf(refused.values()),
                values(attributes, JOIN_MODE).findFirst().orElse(null));
    }

    /**
     * The join mode that is declared.
     *
     * @return the mode; {@code DISABLED} where the attribute names none, because it may be meant to keep people out; empty
     *     where the attribute is absent
     */
    public Optional<JoinMode> joinMode() {
        return Optional.ofNullable(joinModeText)
                .map(text -> JoinMode.named(text).orElse(JoinMode.DISABLED));
    }

    /**
     * The text of a join mode that does not exist.
     *
     * @return the text; empty where the attribute is absent or names a mode
     */
    public Optional<String> refusedJoinMode() {
        return Optional.ofNullable(joinModeText)
                .filter(text -> JoinMode.named(text).isEmpty());
    }

    private static Stream<String> values(Map<String, List<String>> attributes, String name) {
        return attributes.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
