package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.limits.Countable;
import io.github.orgswitcher.limits.Rate;
import io.github.orgswitcher.limits.Scope;
import io.github.orgswitcher.platform.flow.StepReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * Declares the settings of the authenticator {@code email-sign-in} and, once, their defaults, and what counts where a value
 * cannot be understood: the one that lets the fewest people in and still lets some.
 */
final class EmailSignInProperties {

    static final String MAIL_CONTENT = "mailContent";
    static final String SUBJECT_CODE = "subjectCode";
    static final String COUNTRY_HEADER = "countryHeader";
    static final String LIFETIME_SECONDS = "lifetimeSeconds";
    static final String MAX_TRIES = "maxTries";
    static final String RESEND_SECONDS = "resendSeconds";
    static final String MAX_MAILS_PER_SESSION = "maxMailsPerSession";
    static final String CREATE_USERS = "createUsers";

    static final MailContent DEFAULT_MAIL_CONTENT = MailContent.LINK_AND_CODE;
    static final boolean DEFAULT_SUBJECT_CODE = true;
    static final String NO_COUNTRY_HEADER = "";
    static final int DEFAULT_LIFETIME_SECONDS = 600;
    static final int DEFAULT_MAX_TRIES = 5;
    static final int DEFAULT_RESEND_SECONDS = 60;
    static final int DEFAULT_MAX_MAILS_PER_SESSION = 5;
    static final boolean DEFAULT_CREATE_USERS = true;

    static final MailContent CLOSED_MAIL_CONTENT = MailContent.LINK;
    static final boolean CLOSED_SUBJECT_CODE = false;
    static final int CLOSED_LIFETIME_SECONDS = 60;
    static final int CLOSED_RESEND_SECONDS = 600;
    static final int CLOSED_LIMIT = 1;
    static final boolean CLOSED_CREATE_USERS = false;

    private EmailSignInProperties() {}

    /**
     * The settings as the Admin Console shows them, in the order of the form. Labels and help texts are message keys, which the
     * console looks up among the messages of its theme, where those of {@code theme-resources} are too.
     */
    static List<ProviderConfigProperty> all() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(property(
                MAIL_CONTENT,
                help(MAIL_CONTENT),
                ProviderConfigProperty.LIST_TYPE,
                DEFAULT_MAIL_CONTENT.name(),
                MailContent.values()));
        properties.add(flag(SUBJECT_CODE, DEFAULT_SUBJECT_CODE));
        properties.add(
                property(COUNTRY_HEADER, help(COUNTRY_HEADER), ProviderConfigProperty.STRING_TYPE, NO_COUNTRY_HEADER));
        properties.add(number(LIFETIME_SECONDS, DEFAULT_LIFETIME_SECONDS));
        properties.add(number(MAX_TRIES, DEFAULT_MAX_TRIES));
        properties.add(number(RESEND_SECONDS, DEFAULT_RESEND_SECONDS));
        properties.add(number(MAX_MAILS_PER_SESSION, DEFAULT_MAX_MAILS_PER_SESSION));
        for (Countable what : Countable.values()) {
            for (Scope scope : Scope.values()) {
                Rate standard = what.defaultRate(scope);
                String help = help(what.hourly(scope));
                properties.add(number(what.hourly(scope), help, standard.perHour()));
                properties.add(number(what.daily(scope), help, standard.perDay()));
            }
        }
        properties.add(flag(CREATE_USERS, DEFAULT_CREATE_USERS));
        return List.copyOf(properties);
    }

    /** The names of all settings that a step can have, Keycloak's own among them. */
    static Set<String> names() {
        return Stream.concat(all().stream().map(ProviderConfigProperty::getName), StepReference.SETTINGS.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ProviderConfigProperty number(String name, int standard) {
        return number(name, help(name), standard);
    }

    private static ProviderConfigProperty number(String name, String help, int standard) {
        return property(name, help, ProviderConfigProperty.INTEGER_TYPE, standard);
    }

    private static ProviderConfigProperty flag(String name, boolean standard) {
        return property(name, help(name), ProviderConfigProperty.BOOLEAN_TYPE, standard);
    }

    private static String label(String name) {
        return "orgSwitcherEmailSetting" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String help(String name) {
        return label(name) + "Help";
    }

    private static ProviderConfigProperty property(
            String name, String help, String type, Object standard, Enum<?>... options) {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(name)
                .label(label(name))
                .helpText(help)
                .type(type)
                .options(Stream.of(options).map(Enum::name).toList())
                .defaultValue(standard)
                .add()
                .build()
                .get(0);
    }
}
