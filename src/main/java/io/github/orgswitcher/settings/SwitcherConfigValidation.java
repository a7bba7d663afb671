package io.github.orgswitcher.settings;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.SwitcherSettings.Show;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.settings.CreationSettings.Creation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.userprofile.ValidationException.ValidationExceptionBuilder;
import org.keycloak.validate.ValidationError;

/**
 * Refuses settings that cannot be understood, all at once and each on its own field, when an admin saves them. An error
 * is a message key with parameters, as everywhere in Keycloak's validation: the field, then the field's label as a key
 * in <code>${}</code>, then what is wrong. The Admin Console makes a sentence of them in its own language.
 */
public final class SwitcherConfigValidation {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Map<String, String> values;
    private final ValidationExceptionBuilder errors = new ValidationExceptionBuilder();

    private SwitcherConfigValidation(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        this.session = session;
        this.realm = realm;
        this.values = model.getConfig() == null ? Map.of() : model.getConfig();
    }

    /**
     * Checks what an admin is about to save.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @param model the settings
     * @throws ValidationException where a value cannot be understood
     */
    public static void validate(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        SwitcherConfigValidation validation = new SwitcherConfigValidation(session, realm, model);
        validation.checkAll();
        if (validation.errors.hasError()) {
            throw validation.errors.build();
        }
    }

    private void checkAll() {
        list(SwitcherConfigProperties.INTERCEPT)
                .forEach(kind -> checkChoice(SwitcherConfigProperties.INTERCEPT, kind, names(SignInKind.values())));
        checkChoice(SwitcherConfigProperties.SHOW, names(Show.values()));
        checkChoice(SwitcherConfigProperties.MEMBERSHIP_REQUIRED, List.of("true", "false"));
        checkChoice(SwitcherConfigProperties.CREATION, names(Creation.values()));
        checkRole();
        checkNumber(SwitcherConfigProperties.MAX_CREATED_PER_USER);
        checkClients();
        checkDomains(SwitcherConfigProperties.BLOCKED_DOMAINS);
        checkDomains(SwitcherConfigProperties.UNBLOCKED_DOMAINS);
    }

    private void checkChoice(String key, List<String> possible) {
        String value = text(key);
        if (!value.isEmpty()) {
            checkChoice(key, value, possible);
        }
    }

    private void checkChoice(String key, String value, List<String> possible) {
        if (!possible.contains(value)) {
            refuse(key, "Choice", value, String.join(", ", possible));
        }
    }

    private void checkRole() {
        String role = text(SwitcherConfigProperties.CREATION_ROLE);
        if (role.isEmpty()) {
            if (Creation.ROLE.name().equals(text(SwitcherConfigProperties.CREATION))) {
                refuse(SwitcherConfigProperties.CREATION_ROLE, "RoleMissing");
            }
        } else if (KeycloakModelUtils.getRoleFromString(session, realm, role) == null) {
            refuse(SwitcherConfigProperties.CREATION_ROLE, "Role", role);
        }
    }

    private void checkNumber(String key) {
        String value = text(key);
        if (!value.isEmpty()
                && SwitcherConfig.number(value).filter(number -> number >= 0).isEmpty()) {
            refuse(key, "Number", value);
        }
    }

    /** A default that the realm has removed is no mistake of the admin's. */
    private void checkClients() {
        Set<String> defaults = SwitcherConfig.split(SwitcherConfigProperties.DEFAULT_EXCLUDED_CLIENTS);
        list(SwitcherConfigProperties.EXCLUDED_CLIENTS).stream()
                .filter(id -> !defaults.contains(id) && realm.getClientByClientId(id) == null)
                .forEach(id -> refuse(SwitcherConfigProperties.EXCLUDED_CLIENTS, "Client", id));
    }

    private void checkDomains(String key) {
        DomainRules.malformed(list(key)).forEach(entry -> refuse(key, "Domain", entry));
    }

    private String text(String key) {
        return values.getOrDefault(key, "").trim();
    }

    private Set<String> list(String key) {
        return SwitcherConfig.split(values.getOrDefault(key, ""));
    }

    private void refuse(String key, String error, String... details) {
        Stream<String> parameters =
                Stream.concat(Stream.of("${" + SwitcherConfigProperties.label(key) + "}"), Stream.of(details));
        errors.accept(new ValidationError(
                SwitcherConfig.PROVIDER_ID, key, "orgSwitcherSettingError" + error, parameters.toArray()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
