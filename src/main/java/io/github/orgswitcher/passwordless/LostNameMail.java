package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.domain.IsolatedText;
import io.github.orgswitcher.platform.mail.MailReach;
import io.github.orgswitcher.platform.mail.MailReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Tells whoever has an account that its user name is another one from now on. Only an address that is verified can be told:
 * any other may be somebody else's.
 *
 * @param userId the account
 * @param name its new name
 */
record LostNameMail(String userId, String name) {

    private static final Logger LOG = Logger.getLogger(LostNameMail.class);

    private static final String TEMPLATE = "org-switcher-lost-name.ftl";
    private static final String SUBJECT = "orgSwitcherLostNameSubject";

    void send(KeycloakSession session, RealmModel realm) {
        UserModel user = Account.now(session, realm, userId);
        if (user != null && user.isEmailVerified()) {
            EmailAddress.onRecord(user.getEmail())
                    .filter(address -> MailReach.includes(realm, address))
                    .ifPresent(address -> send(session, realm, reader(session, realm, user, address)));
        }
    }

    /** The mail goes to the address as it is read here, and speaks the account's language. */
    private static UserModel reader(KeycloakSession session, RealmModel realm, UserModel user, EmailAddress address) {
        UserModel reader = MailReader.of(session, realm, address);
        String locale = user.getFirstAttribute(UserModel.LOCALE);
        if (locale != null) {
            reader.setSingleAttribute(UserModel.LOCALE, locale);
        }
        return reader;
    }

    /** That it cannot be told keeps nobody from signing in. */
    private void send(KeycloakSession session, RealmModel realm, UserModel reader) {
        Locale language = session.getContext().resolveLocale(reader);
        String realmName = IsolatedText.in(language, MailReader.title(realm));
        // Keycloak adds to it.
        Map<String, Object> attributes =
                new HashMap<>(Map.of("realmTitle", realmName, "name", IsolatedText.in(language, name)));
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(reader)
                    .send(SUBJECT, List.of(realmName), TEMPLATE, attributes);
        } catch (EmailException e) {
            LOG.warnf(
                    "Realm %s, user %s: could not be told of the new user name: the mail was not taken",
                    realm.getName(), userId);
        }
    }
}
