package io.github.orgswitcher.passwordless;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Declares the settings of the authenticator {@code email-sign-in} and, once, their defaults. */
final class EmailSignInProperties {

    static final String MAIL_CONTENT = "mailContent";
    static final String LIFETIME_SECONDS = "lifetimeSeconds";
    static final String MAX_TRIES = "maxTries";
    static final String RESEND_SECONDS = "resendSeconds";
    static final String MAX_MAILS_PER_ADDRESS = "maxMailsPerAddress";
    static final String MAX_MAILS_PER_SESSION = "maxMailsPerSession";
    static final String MAIL_WINDOW_SECONDS = "mailWindowSeconds";
    static final String CREATE_USERS = "createUsers";

    static final MailContent DEFAULT_MAIL_CONTENT = MailContent.LINK_AND_CODE;
    static final int DEFAULT_LIFETIME_SECONDS = 600;
    static final int DEFAULT_MAX_TRIES = 5;
    static final int DEFAULT_RESEND_SECONDS = 60;
    static final int DEFAULT_MAX_MAILS_PER_ADDRESS = 5;
    static final int DEFAULT_MAX_MAILS_PER_SESSION = 5;
    static final int DEFAULT_MAIL_WINDOW_SECONDS = 3600;
    static final boolean DEFAULT_CREATE_USERS = true;

    private EmailSignInProperties() {}

    /** The settings as the Admin Console shows them, in the order of the form. */
    static List<ProviderConfigProperty> all() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(MAIL_CONTENT)
                .label("The mail carries")
                .helpText("A link, a six-digit code, or both.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(Stream.of(MailContent.values()).map(Enum::name).toArray(String[]::new))
                .defaultValue(DEFAULT_MAIL_CONTENT.name())
                .add()
                .property()
                .name(LIFETIME_SECONDS)
                .label("Lifetime of link and code (seconds)")
                .helpText("How long they can be used. Keycloak's login timeout must not be shorter.")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_LIFETIME_SECONDS)
                .add()
                .property()
                .name(MAX_TRIES)
                .label("Tries per code")
                .helpText("After so many wrong codes the mail's code is dead and a new one must be asked for.")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_MAX_TRIES)
                .add()
                .property()
                .name(RESEND_SECONDS)
                .label("Wait before sending again (seconds)")
                .helpText("How soon a person may ask for another mail.")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_RESEND_SECONDS)
                .add()
                .property()
                .name(MAX_MAILS_PER_ADDRESS)
                .label("Mails per address")
                .helpText("How many mails one address gets within the period below, whoever asks.")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_MAX_MAILS_PER_ADDRESS)
                .add()
                .property()
                .name(MAX_MAILS_PER_SESSION)
                .label("Mails per browser")
                .helpText("How many mails one browser may ask for within the period below, whatever the addresses.")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_MAX_MAILS_PER_SESSION)
                .add()
                .property()
                .name(MAIL_WINDOW_SECONDS)
                .label("Period for both limits (seconds)")
                .helpText("A mail counts for this long.")
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_MAIL_WINDOW_SECONDS)
                .add()
                .property()
                .name(CREATE_USERS)
                .label("Create users")
                .helpText("Whether an address that no user has gets a new user once it is proven, provided that the"
                        + " realm allows registration.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(DEFAULT_CREATE_USERS)
                .add()
                .build();
    }
}
