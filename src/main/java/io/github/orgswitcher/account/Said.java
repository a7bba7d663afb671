package io.github.orgswitcher.account;

import io.github.orgswitcher.account.AccountForm.Button;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;

/** What the page says once, in the request after the one that has done it. */
enum Said {
    JOINED("orgSwitcherAccountJoined"),
    ACCEPTED("orgSwitcherAccountJoined"),
    DECLINED("orgSwitcherInvitationDeclined"),
    REQUESTED("orgSwitcherRequestSent"),
    CREATED("orgSwitcherAccountCreated"),
    LEFT("orgSwitcherAccountLeft"),
    WITHDRAWN("orgSwitcherAccountWithdrawn"),
    CONTINUED("orgSwitcherAccountSwitched");

    static final OnceNote<Said> NOTE = new OnceNote<>("org-switcher.account.said", Said.class);

    private final String messageKey;

    Said(String messageKey) {
        this.messageKey = messageKey;
    }

    String messageKey() {
        return messageKey;
    }

    /** Whoever joins what they belong to is a member, and has not switched. */
    static Said of(AccountForm form, Chosen chosen) {
        return chosen.outcome() == Outcome.CONTINUED && form.button() != Button.CONTINUE
                ? JOINED
                : valueOf(chosen.outcome().name());
    }
}
