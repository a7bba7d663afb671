package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.limits.Countable;
import io.github.orgswitcher.limits.Rates;
import io.github.orgswitcher.settings.MisreadLog;
import io.github.orgswitcher.settings.MisreadSetting;
import io.github.orgswitcher.settings.SettingReader;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * The settings of one execution of {@code email-sign-in}. Keycloak checks none of them when they are saved, so they are read
 * as {@link SettingReader} says: what is missing counts as the default, and what cannot be understood closes.
 *
 * @param mailContent what the mail carries
 * @param subjectCode whether the mail's subject has its code
 * @param countryHeader the header that tells the country of whoever asks for a mail; empty where none does
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
        boolean subjectCode,
        Optional<String> countryHeader,
        int lifetimeSeconds,
        int maxTries,
        int resendSeconds,
        int maxMailsPerSession,
        Rates mails,
        Rates wrongCodes,
        boolean createUsers) {

    private static final int SECONDS_PER_MINUTE = 60;

    /** The settings of the step that a login is at. */
    static EmailSignInConfig of(AuthenticationFlowContext context) {
        AuthenticatorConfigModel model = context.getAuthenticatorConfig();
        MisreadLog.warn(
                context.getRealm(),
                misread(context.getTopLevelFlow().getAlias(), model).toList());
        return of(new SettingReader(values(model)));
    }

    /** What in the settings of a step of a flow cannot be used. */
    static Stream<MisreadSetting> misread(String flowAlias, @Nullable AuthenticatorConfigModel model) {
        String place = flowAlias + " > " + EmailSignInAuthenticatorFactory.DISPLAY_TYPE;
        return misread(model).map(setting -> setting.in(place));
    }

    /** The same, each by its own name. */
    static Stream<MisreadSetting> misread(@Nullable AuthenticatorConfigModel model) {
        SettingReader reader = new SettingReader(values(model));
        of(reader);
        reader.noteUnknown(EmailSignInProperties.names());
        return reader.misread().stream();
    }

    static EmailSignInConfig of(SettingReader reader) {
        return new EmailSignInConfig(
                reader.choice(
                        EmailSignInProperties.MAIL_CONTENT,
                        EmailSignInProperties.DEFAULT_MAIL_CONTENT,
                        EmailSignInProperties.CLOSED_MAIL_CONTENT),
                reader.flag(
                        EmailSignInProperties.SUBJECT_CODE,
                        EmailSignInProperties.DEFAULT_SUBJECT_CODE,
                        EmailSignInProperties.CLOSED_SUBJECT_CODE),
                reader.header(EmailSignInProperties.COUNTRY_HEADER),
                positive(
                        reader,
                        EmailSignInProperties.LIFETIME_SECONDS,
                        EmailSignInProperties.DEFAULT_LIFETIME_SECONDS,
                        EmailSignInProperties.CLOSED_LIFETIME_SECONDS),
                limit(reader, EmailSignInProperties.MAX_TRIES, EmailSignInProperties.DEFAULT_MAX_TRIES),
                positive(
                        reader,
                        EmailSignInProperties.RESEND_SECONDS,
                        EmailSignInProperties.DEFAULT_RESEND_SECONDS,
                        EmailSignInProperties.CLOSED_RESEND_SECONDS),
                limit(
                        reader,
                        EmailSignInProperties.MAX_MAILS_PER_SESSION,
                        EmailSignInProperties.DEFAULT_MAX_MAILS_PER_SESSION),
                Rates.of(Countable.MAIL, (key, standard) -> limit(reader, key, standard)),
                Rates.of(Countable.WRONG_CODE, (key, standard) -> limit(reader, key, standard)),
                reader.flag(
                        EmailSignInProperties.CREATE_USERS,
                        EmailSignInProperties.DEFAULT_CREATE_USERS,
                        EmailSignInProperties.CLOSED_CREATE_USERS));
    }

    private static int limit(SettingReader reader, String key, int standard) {
        return positive(reader, key, standard, EmailSignInProperties.CLOSED_LIMIT);
    }

    private static int positive(SettingReader reader, String key, int standard, int closed) {
        return reader.number(key, 1, standard, closed);
    }

    static @Nullable Map<String, String> values(@Nullable AuthenticatorConfigModel model) {
        return model == null ? null : model.getConfig();
    }

    /** How long link and code can be used, in minutes, rounded up. */
    int lifetimeMinutes() {
        return (lifetimeSeconds + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE;
    }
}
