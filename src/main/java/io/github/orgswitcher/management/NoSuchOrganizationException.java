package io.github.orgswitcher.management;

import io.github.orgswitcher.store.RefusedException;

/** There is no such organization, or it is not managed by whoever asks: which of the two, they do not learn. */
public final class NoSuchOrganizationException extends RefusedException {

    /** What whoever asks is told. */
    public static final String MESSAGE = "orgSwitcherManageNone";

    private static final long serialVersionUID = 1L;

    NoSuchOrganizationException() {
        super(MESSAGE);
    }
}
