package io.github.orgswitcher.policy;

import io.github.orgswitcher.decision.Terms;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one says about some settings: the owner of a policy about an organization, or about one of its allowed domains. What is
 * not said is left to whoever is asked next.
 */
public final class PolicyValues {

    /** Says nothing. */
    public static final PolicyValues NONE = new PolicyValues(Map.of());

    private final Map<PolicySetting<?>, Object> said;

    private PolicyValues(Map<PolicySetting<?>, Object> said) {
        this.said = said;
    }

    /**
     * Reads a row.
     *
     * @param columns what the row holds for a setting; null for nothing
     * @return what the row says
     */
    public static PolicyValues ofColumns(Function<PolicySetting<?>, @Nullable Object> columns) {
        PolicyValues values = NONE;
        for (PolicySetting<?> setting : PolicySettings.ALL) {
            values = values.withColumn(setting, columns.apply(setting));
        }
        return values;
    }

    private <T> PolicyValues withColumn(PolicySetting<T> setting, @Nullable Object column) {
        return with(setting, Optional.ofNullable(column).map(setting::ofColumn));
    }

    /**
     * What a row holds for a setting.
     *
     * @param setting the setting
     * @param <T> its values
     * @return the column's value; null for nothing
     */
    public <T> @Nullable Object column(PolicySetting<T> setting) {
        return find(setting).map(setting::column).orElse(null);
    }

    /**
     * What is said.
     *
     * @param setting the setting
     * @param <T> its values
     * @return the value; empty where nothing is said
     */
    @SuppressWarnings("unchecked") // a value only ever comes in with its setting
    public <T> Optional<T> find(PolicySetting<T> setting) {
        return Optional.ofNullable((T) said.get(setting));
    }

    /**
     * What holds where nobody else is asked.
     *
     * @param setting the setting
     * @param <T> its values
     * @return what is said, or what holds by itself; empty where that is nothing
     */
    public <T> Optional<T> inForce(PolicySetting<T> setting) {
        return find(setting).or(setting::standard);
    }

    /**
     * What holds where nobody else is asked.
     *
     * @param setting a setting of which something holds by itself
     * @param <T> its values
     * @return what is said, or what holds by itself
     */
    public <T> T get(PolicySetting<T> setting) {
        return inForce(setting).orElseThrow();
    }

    /**
     * Says something else about one setting.
     *
     * @param setting the setting
     * @param value what to say; empty for nothing
     * @param <T> its values
     * @return the same but for that
     */
    public <T> PolicyValues with(PolicySetting<T> setting, Optional<T> value) {
        Map<PolicySetting<?>, Object> changed = new HashMap<>(said);
        changed.remove(setting);
        value.ifPresent(some -> changed.put(setting, some));
        return new PolicyValues(changed);
    }

    /**
     * These, and the other's where these say nothing.
     *
     * @param other who is asked next
     * @return both
     */
    public PolicyValues orElse(PolicyValues other) {
        Map<PolicySetting<?>, Object> both = new HashMap<>(other.said);
        both.putAll(said);
        return new PolicyValues(both);
    }

    /**
     * What a login has to know of it.
     *
     * @return the terms that hold where nobody else is asked
     */
    public Terms terms() {
        return new Terms(
                get(PolicySettings.JOIN_MODE),
                find(PolicySettings.MAX_MEMBERS).orElse(null),
                get(PolicySettings.SIGN_IN_KINDS),
                get(PolicySettings.REQUIRE_VERIFIED_DOMAIN));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolicyValues values && said.equals(values.said);
    }

    @Override
    public int hashCode() {
        return said.hashCode();
    }

    @Override
    public String toString() {
        return said.toString();
    }
}
