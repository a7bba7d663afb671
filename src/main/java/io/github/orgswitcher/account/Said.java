package io.github.orgswitcher.account;

import io.github.orgswitcher.account.AccountForm.Button;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the page says once, in the request after the one that has done it. */
enum Said {
    JOINED("orgSwitcherAccountJoined"),
    ACCEPTED("orgSwitcherAccountJoined"),
    DECLINED("orgSwitcherInvitationDeclined"),
    REQUESTED("orgSwitcherRequestSent"),
    CREATED("orgSwitcherAccountCreated"),
    LEFT("orgSwitcherAccountLeft"),
    WITHDRAWN("orgSwitcherAccountWithdrawn"),
    CONTINUED("orgSwitcherAccountSwitched"),
    /** The session had ended when something was pressed. */
    AGAIN("orgSwitcherAccountAgain");

    /** Note of the user session, or of the login. */
    private static final String NOTE = "org-switcher.account.said";

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

    void keep(UserSessionModel userSession) {
        userSession.setNote(NOTE, name());
    }

    void keep(AuthenticationSessionModel login) {
        login.setAuthNote(NOTE, name());
    }

    /** Takes it, so that it is said once. */
    static Optional<Said> take(UserSessionModel userSession) {
        Optional<Said> said = of(userSession.getNote(NOTE));
        said.ifPresent(taken -> userSession.removeNote(NOTE));
        return said;
    }

    /** Takes it, so that it is said once. */
    static Optional<Said> take(AuthenticationSessionModel login) {
        Optional<Said> said = of(login.getAuthNote(NOTE));
        said.ifPresent(taken -> login.removeAuthNote(NOTE));
        return said;
    }

    private static Optional<Said> of(@Nullable String note) {
        return Stream.of(values()).filter(said -> said.name().equals(note)).findFirst();
    }
}
