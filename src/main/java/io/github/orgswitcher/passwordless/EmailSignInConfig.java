package io.github.orgswitcher.passwordless;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * The settings of one execution of {@code email-sign-in}. A value that is missing or cannot be read counts as its default,
 * so that a bad value never stops a login nor opens it.
 *
 * @param mailContent what the mail carries
 * @param lifetimeSeconds how long link and code can be used
 * @param maxTries how many wrong codes a mail's code survives
 * @param resendSeconds how soon another mail may be asked for
 * @param maxMailsPerSession how many mails one browser may ask for in an hour
 * @param mails how many mails may be asked for
 * @param wrongCodes how many wrong codes are taken before each mail's code is compared but once
 * @param createUsers whether a proven address that no user has gets a user
 */
record EmailSignInConfig(
        MailContent mailContent,
        int lifetimeSeconds,
        int maxTries,
        int resendSeconds,
        int maxMailsPerSession,
        Rates mails,
        Rates wrongCodes,
        boolean createUsers) {

    private static final int SECONDS_PER_MINUTE = 60;

    static EmailSignInConfig of(@Nullable AuthenticatorConfigModel model) {
        Map<String, String> values = model == null || model.getConfig() == null ? Map.of() : model.getConfig();
        return new EmailSignInConfig(
                content(values.get(EmailSignInProperties.MAIL_CONTENT)),
                positive(
                        values, EmailSignInProperties.LIFETIME_SECONDS, EmailSignInProperties.DEFAULT_LIFETIME_SECONDS),
                positive(values, EmailSignInProperties.MAX_TRIES, EmailSignInProperties.DEFAULT_MAX_TRIES),
                positive(values, EmailSignInProperties.RESEND_SECONDS, EmailSignInProperties.DEFAULT_RESEND_SECONDS),
                positive(
                        values,
                        EmailSignInProperties.MAX_MAILS_PER_SESSION,
                        EmailSignInProperties.DEFAULT_MAX_MAILS_PER_SESSION),
                rates(values, Countable.MAIL),
                rates(values, Countable.WRONG_CODE),
                flag(values, EmailSignInProperties.CREATE_USERS, EmailSignInProperties.DEFAULT_CREATE_USERS));
    }

    private static Rates rates(Map<String, String> values, Countable what) {
        return Rates.of(what, (key, standard) -> positive(values, key, standard));
    }

    private static boolean flag(Map<String, String> values, String key, boolean defaultValue) {
        return Boolean.parseBoolean(values.getOrDefault(key, String.valueOf(defaultValue)));
    }

    /** How long link and code can be used, in minutes, rounded up. */
    int lifetimeMinutes() {
        return (lifetimeSeconds + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE;
    }

    private static MailContent content(@Nullable String name) {
        return Stream.of(MailContent.values())
                .filter(content -> content.name().equals(name))
                .findFirst()
                .orElse(EmailSignInProperties.DEFAULT_MAIL_CONTENT);
    }

    private static int positive(Map<String, String> values, String key, int defaultValue) {
        try {
            int number = Integer.parseInt(values.getOrDefault(key, "").trim());
            return number > 0 ? number : defaultValue;
        } catch (NumberFormatException e) {
            return defaultValue;
        }
    }
}
