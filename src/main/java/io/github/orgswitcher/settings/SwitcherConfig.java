package io.github.orgswitcher.settings;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.SwitcherSettings;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.settings.CreationSettings.Creation;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;

/**
 * Reads a realm's settings. A value that is missing or cannot be read counts as its default, so that a bad value never
 * stops a login; {@link SwitcherConfigValidation} refuses bad values when they are saved.
 */
public final class SwitcherConfig {

    /** Id of the required action, and of the authenticator, whose configuration holds the settings. */
    public static final String PROVIDER_ID = "org-switcher";

    private final Map<String, String> values;

    SwitcherConfig(@Nullable Map<String, String> values) {
        this.values = values == null ? Map.of() : values;
    }

    /**
     * The settings of a realm.
     *
     * @param realm the realm
     * @return its settings; all defaults where the required action is not configured
     */
    public static SwitcherConfig of(RealmModel realm) {
        RequiredActionConfigModel model = realm.getRequiredActionConfigByAlias(PROVIDER_ID);
        return new SwitcherConfig(model == null ? null : model.getConfig());
    }

    /**
     * What the decision needs.
     *
     * @return the settings
     */
    public SwitcherSettings settings() {
        Set<SignInKind> kinds =
                list(SwitcherConfigProperties.INTERCEPT, SwitcherConfigProperties.DEFAULT_INTERCEPT).stream()
                        .flatMap(name -> constant(SignInKind.class, name).stream())
                        .collect(Collectors.toSet());
        return new SwitcherSettings(
                kinds,
                constant(Show.class, text(SwitcherConfigProperties.SHOW)).orElse(SwitcherConfigProperties.DEFAULT_SHOW),
                Boolean.parseBoolean(text(SwitcherConfigProperties.MEMBERSHIP_REQUIRED)),
                list(SwitcherConfigProperties.EXCLUDED_CLIENTS, SwitcherConfigProperties.DEFAULT_EXCLUDED_CLIENTS));
    }

    /**
     * Who may create organizations.
     *
     * @return the settings
     */
    public CreationSettings creation() {
        return new CreationSettings(
                constant(Creation.class, text(SwitcherConfigProperties.CREATION))
                        .orElse(SwitcherConfigProperties.DEFAULT_CREATION),
                text(SwitcherConfigProperties.CREATION_ROLE),
                number(text(SwitcherConfigProperties.MAX_CREATED_PER_USER))
                        .orElse(SwitcherConfigProperties.DEFAULT_MAX_CREATED_PER_USER));
    }

    /**
     * The rules that allowed domains must pass.
     *
     * @return the realm's rules
     */
    public DomainRules domainRules() {
        return DomainRules.of(
                list(SwitcherConfigProperties.BLOCKED_DOMAINS, ""),
                list(SwitcherConfigProperties.UNBLOCKED_DOMAINS, ""));
    }

    /** As the validation reads it, which lets pass what is around a value. */
    private @Nullable String text(String key) {
        String value = values.get(key);
        return value == null ? null : value.trim();
    }

    private Set<String> list(String key, String defaultValue) {
        return split(values.getOrDefault(key, defaultValue));
    }

    static Set<String> split(String value) {
        return Stream.of(value.split(Constants.CFG_DELIMITER))
                .map(String::trim)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    static Optional<Integer> number(@Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(Integer.valueOf(value.trim()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
