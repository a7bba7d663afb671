package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.platform.mail.MailReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The mail. Everyone gets the same one, in the language of the page, whether or not there is a user: who reads it learns the
 * rest once the address is proven.
 *
 * @param code its code; null where it has none
 * @param link its link; null where it has none
 * @param minutes how long both can be used
 * @param linked display name of the identity provider whose account is to be linked; null where none is
 */
record SignInMail(
        @Nullable SignInCode code,
        @Nullable String link,
        int minutes,
        @Nullable String linked) {

    private static final String TEMPLATE = "org-switcher-email.ftl";
    private static final String SUBJECT = "orgSwitcherEmailMailSubject";
    private static final String LINKING_SUBJECT = "orgSwitcherEmailMailLinkingSubject";

    void send(KeycloakSession session, AuthenticationSessionModel authSession, EmailAddress address)
            throws EmailException {
        RealmModel realm = authSession.getRealm();
        String realmName = title(realm);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("realmTitle", realmName);
        attributes.put("minutes", minutes);
        if (code != null) {
            attributes.put("code", code.readable());
        }
        if (link != null) {
            attributes.put("link", link);
        }
        if (linked != null) {
            attributes.put("linked", linked);
        }
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(MailReader.of(session, realm, address))
                .setAuthenticationSession(authSession)
                .send(
                        linked == null ? SUBJECT : LINKING_SUBJECT,
                        linked == null ? List.of(realmName) : List.of(realmName, linked),
                        TEMPLATE,
                        attributes);
    }

    /** What people know a realm by. */
    static String title(RealmModel realm) {
        return Optional.ofNullable(realm.getDisplayName())
                .filter(name -> !name.isBlank())
                .orElse(realm.getName());
    }
}
