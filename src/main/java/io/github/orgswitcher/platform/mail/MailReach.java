package io.github.orgswitcher.platform.mail;

import io.github.orgswitcher.domain.EmailAddress;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.RealmModel;

/**
 * Which addresses the realm can write to. Letters beyond ASCII before the {@code @} need a mail server that takes them
 * (RFC 6531), which the realm's email settings must say.
 */
public final class MailReach {

    private MailReach() {}

    /**
     * Whether it can write to one.
     *
     * @param realm the realm
     * @param address the address
     * @return whether the realm's mail server takes it
     */
    public static boolean includes(RealmModel realm, EmailAddress address) {
        return address.isAscii()
                || Boolean.parseBoolean(realm.getSmtpConfig().get(EmailSenderProvider.CONFIG_ALLOW_UTF8));
    }
}
