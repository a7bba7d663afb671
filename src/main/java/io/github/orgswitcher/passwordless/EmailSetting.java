package io.github.orgswitcher.passwordless;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.settings.MisreadSetting;
import io.github.orgswitcher.settings.SettingReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * One setting of a step of {@code email-sign-in}.
 *
 * @param labelKey message key of its name for people
 * @param value what counts, whether it is written or not
 * @param misread what is written there and cannot be used; null where it can
 */
public record EmailSetting(
        String labelKey, String value, @Nullable MisreadSetting misread) {

    /**
     * Reads those of one step.
     *
     * @param realm the realm
     * @param step the step, which is one of {@code email-sign-in}
     * @return all that there are, in the order of the form
     */
    public static List<EmailSetting> of(RealmModel realm, AuthenticationExecutionModel step) {
        AuthenticatorConfigModel model = step.getAuthenticatorConfig() == null
                ? null
                : realm.getAuthenticatorConfigById(step.getAuthenticatorConfig());
        SettingReader reader = new SettingReader(EmailSignInConfig.values(model));
        Map<String, MisreadSetting> misread = EmailSignInConfig.misread(model)
                .collect(toMap(MisreadSetting::key, setting -> setting, (first, second) -> first));
        return EmailSignInProperties.all().stream()
                .map(property -> of(property, reader, misread.get(property.getName())))
                .toList();
    }

    private static EmailSetting of(
            ProviderConfigProperty property, SettingReader reader, @Nullable MisreadSetting misread) {
        String written = reader.text(property.getName()).orElseGet(() -> String.valueOf(property.getDefaultValue()));
        String value = misread == null ? written : requireNonNullElse(misread.counts(), "");
        return new EmailSetting(
                property.getLabel(),
                ProviderConfigProperty.BOOLEAN_TYPE.equals(property.getType()) ? value.toLowerCase(Locale.ROOT) : value,
                misread);
    }
}
