package io.github.orgswitcher.admin;

import io.github.orgswitcher.platform.admin.Administrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * Sentences in an administrator's language.
 *
 * @param texts by message key
 * @param locale the language
 */
record AdminMessages(Properties texts, Locale locale) {

    /**
     * The messages for an administrator. As in the Admin Console, the realm that one signs in to says which languages there
     * are, not the one that is administered.
     */
    static AdminMessages of(KeycloakSession session, Administrator admin) {
        RealmModel realm = admin.home();
        Locale locale = session.getProvider(LocaleSelectorProvider.class).resolveLocale(realm, admin.user());
        try {
            Theme theme = session.theme().getTheme(Theme.Type.ADMIN);
            return new AdminMessages(theme.getEnhancedMessages(realm, locale), locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String message(String key, Object... params) {
        return new MessageFormat(texts.getProperty(key, key), locale).format(params);
    }
}
