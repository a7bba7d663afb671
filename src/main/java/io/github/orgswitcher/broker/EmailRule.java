package io.github.orgswitcher.broker;

import io.github.orgswitcher.domain.WrittenAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an identity provider's word on an address counts: where a claim beside it says that the provider knows the domain's
 * owner. Without a claim it always does. A rule that cannot be understood is never met.
 *
 * @param claim the claim; null for none
 * @param condition what the claim must be; null for nothing
 */
record EmailRule(@Nullable String claim, @Nullable String condition) {

    /** Setting: the claim's name. */
    static final String CLAIM = "claim";
    /** Setting: what the claim must be. */
    static final String CONDITION = "condition";
    /** The claim is the domain of the address, such as Google's {@code hd}. */
    static final String EQUALS_DOMAIN = "EQUALS_DOMAIN";
    /** The claim is true, such as Entra's {@code xms_edov}. */
    static final String TRUE = "TRUE";

    /** Entra itself writes its claim in each of these ways. */
    private static final Set<String> TRUTHS = Set.of("true", "1");

    static EmailRule of(@Nullable Map<String, String> config) {
        return new EmailRule(text(config, CLAIM), text(config, CONDITION));
    }

    private static @Nullable String text(@Nullable Map<String, String> config, String key) {
        return Optional.ofNullable(config)
                .map(values -> values.get(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** Whether nothing is asked for. */
    boolean isNone() {
        return claim == null && condition == null;
    }

    /**
     * Whether the provider's word counts.
     *
     * @param value what the claim is; null where it is not there
     * @param email the address that the provider has named, or null
     */
    boolean isMet(@Nullable String value, @Nullable String email) {
        if (isNone()) {
            return true;
        }
        if (claim == null || condition == null || value == null) {
            return false;
        }
        return switch (condition) {
            case TRUE -> TRUTHS.contains(value);
            case EQUALS_DOMAIN ->
                WrittenAddress.of(email)
                        .filter(address -> address.reading().domain().name().equalsIgnoreCase(value))
                        .isPresent();
            default -> false;
        };
    }
}
