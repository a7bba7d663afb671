package io.github.orgswitcher.settings;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.settings.CreationSettings.Creation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** Refuses settings that cannot be understood, each on its own field, when an admin saves them. */
public final class SwitcherConfigValidation {

    private static final String INVALID = "error-invalid-value";

    private SwitcherConfigValidation() {}

    /**
     * Checks what an admin is about to save.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @param model the settings
     * @throws ValidationException at the first value that cannot be understood
     */
    public static void validate(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        String kinds = model.getConfigValue(SwitcherConfigProperties.INTERCEPT, "");
        check(
                SwitcherConfig.split(kinds).stream().allMatch(kind -> isConstant(SignInKind.class, kind)),
                SwitcherConfigProperties.INTERCEPT);
        check(blankOr(model, SwitcherConfigProperties.SHOW, Show.class), SwitcherConfigProperties.SHOW);
        check(blankOr(model, SwitcherConfigProperties.CREATION, Creation.class), SwitcherConfigProperties.CREATION);
        String max = model.getConfigValue(SwitcherConfigProperties.MAX_CREATED_PER_USER);
        check(
                isBlank(max)
                        || SwitcherConfig.number(max)
                                .filter(number -> number >= 0)
                                .isPresent(),
                SwitcherConfigProperties.MAX_CREATED_PER_USER);
        String role = model.getConfigValue(SwitcherConfigProperties.CREATION_ROLE);
        boolean roleNeeded = Creation.ROLE.name().equals(model.getConfigValue(SwitcherConfigProperties.CREATION));
        check(
                isBlank(role) ? !roleNeeded : KeycloakModelUtils.getRoleFromString(session, realm, role) != null,
                SwitcherConfigProperties.CREATION_ROLE);
        checkDomains(model, SwitcherConfigProperties.BLOCKED_DOMAINS);
        checkDomains(model, SwitcherConfigProperties.UNBLOCKED_DOMAINS);
    }

    private static void checkDomains(RequiredActionConfigModel model, String key) {
        Optional<String> malformed = DomainRules.firstMalformed(SwitcherConfig.split(model.getConfigValue(key, "")));
        check(malformed.isEmpty(), key);
    }

    private static <E extends Enum<E>> boolean blankOr(RequiredActionConfigModel model, String key, Class<E> type) {
        String value = model.getConfigValue(key);
        return isBlank(value) || isConstant(type, value);
    }

    private static <E extends Enum<E>> boolean isConstant(Class<E> type, String name) {
        return SwitcherConfig.constant(type, name).isPresent();
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static void check(boolean valid, String key) {
        if (!valid) {
            throw new ValidationException(new ValidationError(SwitcherConfig.PROVIDER_ID, key, INVALID));
        }
    }
}
