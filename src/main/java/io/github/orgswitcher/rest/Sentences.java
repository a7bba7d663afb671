package io.github.orgswitcher.rest;

import io.github.orgswitcher.domain.IsolatedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/**
 * Sentences in the language of whoever asks.
 *
 * @param texts by message key
 * @param locale the language
 */
public record Sentences(Properties texts, Locale locale) {

    /**
     * The sentences for whoever a session is about, put together once: an answer may have very many. As in the Admin Console,
     * the realm that one signs in to says which languages there are, not one that is administered.
     *
     * @param session the Keycloak session
     * @param home the realm that the person has signed in to
     * @param person the person; null for somebody unknown
     * @param type the kind of the theme whose sentences they are
     * @return the sentences
     */
    public static Sentences of(KeycloakSession session, RealmModel home, @Nullable UserModel person, Theme.Type type) {
        String key = Sentences.class.getName();
        Sentences present = session.getAttribute(key, Sentences.class);
        if (present != null) {
            return present;
        }
        Sentences loaded = load(session, home, person, type);
        session.setAttribute(key, loaded);
        return loaded;
    }

    private static Sentences load(
            KeycloakSession session, RealmModel home, @Nullable UserModel person, Theme.Type type) {
        return in(
                session, home, session.getProvider(LocaleSelectorProvider.class).resolveLocale(home, person), type);
    }

    /**
     * The sentences in one language.
     *
     * @param session the Keycloak session
     * @param home the realm, which may say some in its own words
     * @param locale the language
     * @param type the kind of the theme whose sentences they are
     * @return the sentences
     */
    public static Sentences in(KeycloakSession session, RealmModel home, Locale locale, Theme.Type type) {
        try {
            Theme theme = session.theme().getTheme(type);
            return new Sentences(theme.getEnhancedMessages(home, locale), locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A sentence.
     *
     * @param key its key
     * @param params what it names
     * @return the sentence; the key where there is none
     */
    public String message(String key, Object... params) {
        String text = texts.getProperty(key);
        return text == null ? key : new MessageFormat(text, locale).format(IsolatedText.in(locale, params));
    }
}
