package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.RealmModel;

/**
 * Which addresses the realm can write to. Letters beyond ASCII before the {@code @} need a mail server that takes them
 * (RFC 6531), which the realm's email settings must say.
 */
final class MailReach {

    private MailReach() {}

    static boolean includes(RealmModel realm, EmailAddress address) {
        return address.isAscii()
                || Boolean.parseBoolean(realm.getSmtpConfig().get(EmailSenderProvider.CONFIG_ALLOW_UTF8));
    }
}
