package io.github.orgswitcher.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/**
 * Sentences in an administrator's language.
 *
 * @param texts by message key
 * @param locale the language
 */
record AdminMessages(Properties texts, Locale locale) {

    /**
     * The messages for the administrator of a session, put together once: an answer may have very many sentences. As in the
     * Admin Console, the realm that one signs in to says which languages there are, not the one that is administered.
     */
    static AdminMessages of(KeycloakSession session, RealmModel home, UserModel admin) {
        String key = AdminMessages.class.getName();
        AdminMessages present = session.getAttribute(key, AdminMessages.class);
        if (present != null) {
            return present;
        }
        AdminMessages loaded = load(session, home, admin);
        session.setAttribute(key, loaded);
        return loaded;
    }

    private static AdminMessages load(KeycloakSession session, RealmModel home, UserModel admin) {
        Locale locale = session.getProvider(LocaleSelectorProvider.class).resolveLocale(home, admin);
        try {
            Theme theme = session.theme().getTheme(Theme.Type.ADMIN);
            return new AdminMessages(theme.getEnhancedMessages(home, locale), locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String message(String key, Object... params) {
        return new MessageFormat(texts.getProperty(key, key), locale).format(params);
    }
}
