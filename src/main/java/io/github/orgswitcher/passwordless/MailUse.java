package io.github.orgswitcher.passwordless;

import org.keycloak.common.util.Time;
import org.keycloak.models.SingleUseObjectProvider;

/** The one use of a mail, be it by its link or its code, on whichever node. */
final class MailUse {

    private static final String PREFIX = "org-switcher.email-sign-in.used.";

    private final SingleUseObjectProvider store;
    private final String key;
    private final long seconds;

    private MailUse(SingleUseObjectProvider store, String key, long seconds) {
        this.store = store;
        this.key = key;
        this.seconds = seconds;
    }

    static MailUse of(SingleUseObjectProvider store, SentMail mail) {
        return new MailUse(store, PREFIX + mail.id(), mail.secondsLeft(Time.currentTimeSeconds()));
    }

    /** Uses the mail; of two who try at the same moment one gets true. */
    boolean use() {
        return store.putIfAbsent(key, seconds);
    }

    static boolean isUsed(SingleUseObjectProvider store, String mailId) {
        return store.contains(PREFIX + mailId);
    }
}
