package io.github.orgswitcher.membership;

import io.github.orgswitcher.store.RefusedException;

/**
 * The login is none of the switcher's business any more: organizations or the required action were switched off, or the
 * settings changed. It goes on as if the switcher were not there, so its sentence is for who has no login to go on with.
 */
public final class LoginLeftAloneException extends RefusedException {

    private static final long serialVersionUID = 1L;

    LoginLeftAloneException() {
        super("orgSwitcherErrorGone");
    }
}
