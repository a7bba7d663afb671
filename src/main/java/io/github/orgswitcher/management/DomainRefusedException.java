package io.github.orgswitcher.management;

import io.github.orgswitcher.store.RefusedException;

/** A change of an allowed domain that a rule does not allow. Nothing was changed. */
public final class DomainRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    DomainRefusedException(boolean unknown, String messageKey, Object... parameters) {
        super(messageKey, parameters);
        this.unknown = unknown;
    }

    static DomainRefusedException unknown(String name) {
        return new DomainRefusedException(true, "orgSwitcherDomainNotFound", name);
    }

    /**
     * Whether the domain is none of the organization's.
     *
     * @return whether it is not there
     */
    public boolean isUnknown() {
        return unknown;
    }
}
