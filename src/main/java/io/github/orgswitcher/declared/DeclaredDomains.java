package io.github.orgswitcher.declared;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Maps;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.Refusal;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.policy.RefusedValueException;
import io.github.orgswitcher.policy.WrittenPolicy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the attribute with the allowed domains. Each value is a domain, and may go on with what the domain says for itself, in the
 * words of {@link WrittenPolicy}. Any of them may be meant to keep people out whom another one lets in, by whatever sign it was to
 * be told from what stands behind it: so nobody comes in while one cannot be understood.
 */
final class DeclaredDomains {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** No top-level domain ends like this: {@code acme.com.DISABLED} is a domain that has run together with what it says. */
    private static final Pattern RUN_TOGETHER = Pattern.compile(
            Stream.of(JoinMode.values()).map(JoinMode::name).collect(joining("|", ".*(?:", ")")),
            Pattern.CASE_INSENSITIVE);

    private final Map<String, PolicyValues> policies = new LinkedHashMap<>();
    /** The value that has said so, by the domain. */
    private final Map<String, String> texts = new LinkedHashMap<>();

    private final Map<String, RefusedDomainException> refused = new LinkedHashMap<>();
    private final Set<String> suspended = new LinkedHashSet<>();
    private boolean unclear;

    private DeclaredDomains() {}

    /** What a text names as an allowed domain. */
    interface Reading {
        DomainPattern of(String text) throws RefusedDomainException;
    }

    static DeclaredDomains of(Map<String, List<String>> attributes, Reading reading) {
        DeclaredDomains domains = new DeclaredDomains();
        DeclaredPolicy.values(attributes, DeclaredPolicy.ALLOWED_DOMAINS)
                .distinct()
                .forEach(value -> domains.read(value, reading));
        return domains;
    }

    private void read(String value, Reading reading) {
        String[] parts = SPACES.split(value, 2);
        String words = parts.length > 1 ? parts[1] : "";
        try {
            String domain = domain(parts[0], reading).value();
            PolicyValues before = policies.putIfAbsent(domain, PolicyValues.NONE);
            PolicyValues policy = WrittenPolicy.of(words);
            if (before != null && !before.equals(policy)) {
                refuse(value, Refusal.UNREADABLE);
            } else {
                policies.put(domain, policy);
                texts.putIfAbsent(domain, value);
            }
        } catch (RefusedValueException e) {
            refuse(value, Refusal.UNREADABLE);
        } catch (RefusedDomainException e) {
            if (e.refusal() == Refusal.MALFORMED) {
                refuse(value, Refusal.UNREADABLE);
                return;
            }
            // Of a domain that the realm does not allow, nobody comes by any other.
            refused.put(value, new RefusedDomainException(e.refusal(), value));
            DomainPattern.find(parts[0]).map(DomainPattern::value).ifPresent(suspended::add);
        }
    }

    private static DomainPattern domain(String text, Reading reading) throws RefusedDomainException {
        if (RUN_TOGETHER.matcher(text).matches()) {
            throw new RefusedDomainException(Refusal.MALFORMED, text);
        }
        return reading.of(text);
    }

    private void refuse(String value, Refusal refusal) {
        unclear = true;
        refused.put(value, new RefusedDomainException(refusal, value));
    }

    /** What the domains say that say something for themselves. */
    Map<String, PolicyValues> speaking() {
        return Maps.filterValues(policies, policy -> !policy.equals(PolicyValues.NONE));
    }

    /**
     * The same beside what others have added: of that, the attributes say nothing else.
     *
     * @param others what domains of others' say for themselves
     */
    DeclaredDomains beside(Map<String, PolicyValues> others) {
        DeclaredDomains beside = new DeclaredDomains();
        beside.policies.putAll(policies);
        beside.refused.putAll(refused);
        beside.suspended.addAll(suspended);
        beside.unclear = unclear;
        speaking().forEach((domain, policy) -> {
            if (!policy.equals(others.getOrDefault(domain, policy))) {
                beside.policies.put(domain, PolicyValues.NONE);
                beside.refuse(String.valueOf(texts.get(domain)), Refusal.HELD);
            }
        });
        return beside;
    }

    /** What each domain says for itself, by the domain as it is stored. */
    Map<String, PolicyValues> policies() {
        return policies;
    }

    /** The values that are not in force as they are. */
    List<RefusedDomainException> refused() {
        return List.copyOf(refused.values());
    }

    /** Those of the refused that are domains all the same, as they would be stored. */
    Set<String> suspended() {
        return suspended;
    }

    /** Whether something may be meant to keep people out, and is not in force. */
    boolean unclear() {
        return unclear;
    }
}
