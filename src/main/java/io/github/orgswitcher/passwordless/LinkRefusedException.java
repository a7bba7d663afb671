package io.github.orgswitcher.passwordless;

import org.keycloak.events.Errors;

/** A link that cannot be used. */
final class LinkRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, with the sentence that says what to do next and the event's error. */
    enum Reason {
        INVALID("orgSwitcherEmailLinkInvalid", Errors.INVALID_TOKEN),
        EXPIRED("orgSwitcherEmailLinkExpired", Errors.EXPIRED_CODE),
        TIMED_OUT("orgSwitcherEmailLinkTimedOut", Errors.SESSION_EXPIRED),
        DROPPED("orgSwitcherEmailLinkDropped", EmailSignInEvents.DROPPED),
        USED("orgSwitcherEmailLinkUsed", EmailSignInEvents.USED),
        REPLACED("orgSwitcherEmailLinkReplaced", EmailSignInEvents.REPLACED),
        OTHER_BROWSER("orgSwitcherEmailLinkOtherBrowser", EmailSignInEvents.OTHER_BROWSER);

        private final String messageKey;
        private final String error;

        Reason(String messageKey, String error) {
            this.messageKey = messageKey;
            this.error = error;
        }

        String messageKey() {
            return messageKey;
        }

        String error() {
            return error;
        }
    }

    private final Reason reason;

    LinkRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
