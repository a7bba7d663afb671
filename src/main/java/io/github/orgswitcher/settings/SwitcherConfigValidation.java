package io.github.orgswitcher.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.userprofile.ValidationException.ValidationExceptionBuilder;
import org.keycloak.validate.ValidationError;

/**
 * Refuses settings that cannot be understood, all at once and each on its own field, when an admin saves them. An error
 * is a message key with parameters, as everywhere in Keycloak's validation: the field, then the field's label as a key
 * in <code>${}</code>, then what is wrong. The Admin Console makes a sentence of them in its own language.
 */
public final class SwitcherConfigValidation {

    private SwitcherConfigValidation() {}

    /**
     * Checks what an admin is about to save.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @param model the settings
     * @throws ValidationException where a value cannot be understood
     */
    public static void validate(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        ValidationExceptionBuilder errors = new ValidationExceptionBuilder();
        SwitcherConfig.misread(session, realm, model.getConfig()).stream()
                .flatMap(misread -> error(misread).stream())
                .forEach(errors);
        if (errors.hasError()) {
            throw errors.build();
        }
    }

    private static Optional<ValidationError> error(MisreadSetting misread) {
        List<Object> parameters = new ArrayList<>();
        parameters.add("${" + SwitcherConfigProperties.label(misread.key()) + "}");
        parameters.add(misread.value());
        if (!misread.possible().isEmpty()) {
            parameters.add(String.join(", ", misread.possible()));
        }
        return misread.problem()
                .messageKey()
                .map(key -> new ValidationError(SwitcherConfig.PROVIDER_ID, misread.key(), key, parameters.toArray()));
    }
}
