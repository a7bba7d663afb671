package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.IsolatedText;
import io.github.orgswitcher.domain.ShownTime;
import io.github.orgswitcher.hash.MailedCode;
import io.github.orgswitcher.platform.mail.AskingBrowser;
import io.github.orgswitcher.platform.mail.MailReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The mail. Everyone gets the same one, in the language of the page, whether or not there is a user: who reads it learns the
 * rest once the address is proven.
 *
 * @param code its code; null where it has none
 * @param link its link; null where it has none
 * @param linked display name of the identity provider whose account is to be linked; null where none is
 * @param config whether the subject has the code, unless an account is to be linked, which is to be read first; how long code and link
 *     can be used; and what tells the country of whoever asks
 */
record SignInMail(
        @Nullable MailedCode code,
        @Nullable String link,
        @Nullable String linked,
        EmailSignInConfig config) {

    private static final String TEMPLATE = "org-switcher-email.ftl";
    private static final String SUBJECT = "orgSwitcherEmailMailSubject";
    private static final String CODE_SUBJECT = "orgSwitcherEmailMailCodeSubject";
    private static final String APART = " · ";
    private static final String LINKING_SUBJECT = "orgSwitcherEmailMailLinkingSubject";

    void send(KeycloakSession session, AuthenticationSessionModel authSession, EmailAddress address)
            throws EmailException {
        RealmModel realm = authSession.getRealm();
        UserModel reader = MailReader.of(session, realm, address);
        Locale language = session.getContext().resolveLocale(reader);
        String realmName = IsolatedText.in(language, MailReader.title(realm));
        String provider = linked == null ? null : IsolatedText.in(language, linked);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("realmTitle", realmName);
        attributes.put("minutes", config.lifetimeMinutes());
        attributes.put("asked", asked(session, language));
        if (code != null) {
            attributes.put("code", code.readable());
        }
        if (link != null) {
            attributes.put("link", link);
        }
        if (provider != null) {
            attributes.put("linked", provider);
        }
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(reader)
                .setAuthenticationSession(authSession)
                .send(subject(), subjectOf(language, realmName, provider), TEMPLATE, attributes);
    }

    private String subject() {
        if (linked != null) {
            return LINKING_SUBJECT;
        }
        return code != null && config.subjectCode() ? CODE_SUBJECT : SUBJECT;
    }

    /** Beside letters that run from right to left the parts of a code would change places, too. */
    private List<Object> subjectOf(Locale language, String realmName, @Nullable String provider) {
        if (provider != null) {
            return List.of(realmName, provider);
        }
        return code != null && config.subjectCode()
                ? List.of(IsolatedText.in(language, code.readable()), realmName)
                : List.of(realmName);
    }

    /**
     * When, in the one time zone that is everybody's, by which browser, and in which country where the realm's proxy tells it. No
     * network address is told, and none is kept.
     */
    private String asked(KeycloakSession session, Locale locale) {
        String time = ShownTime.of(Instant.ofEpochMilli(Time.currentTimeMillis()), locale) + " UTC";
        Optional<String> country = config.countryHeader().flatMap(header -> AskingCountry.of(session, header, locale));
        return Stream.of(Optional.of(time), AskingBrowser.of(session), country)
                .flatMap(Optional::stream)
                .map(each -> IsolatedText.in(locale, each))
                .collect(Collectors.joining(APART));
    }
}
