package io.github.orgswitcher.management;

import io.github.orgswitcher.declared.DeclaredWords.Contradiction;
import io.github.orgswitcher.store.RefusedException;

/** A change of an allowed domain that a rule does not allow. Nothing was changed. */
public final class DomainRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final boolean unknown;
    private final String field;

    private DomainRefusedException(boolean unknown, String field, String messageKey, Object... parameters) {
        super(messageKey, parameters);
        this.unknown = unknown;
        this.field = field;
    }

    DomainRefusedException(String messageKey, Object... parameters) {
        this(false, ManagedDomains.FIELD, messageKey, parameters);
    }

    DomainRefusedException(Contradiction contradiction) {
        this(
                false,
                contradiction.field(),
                contradiction.messageKey(),
                contradiction.params().toArray());
    }

    static DomainRefusedException unknown(String name) {
        return new DomainRefusedException(true, ManagedDomains.FIELD, "orgSwitcherDomainNotFound", name);
    }

    /**
     * What was refused.
     *
     * @return the field with the domain, or that of a setting
     */
    public String field() {
        return field;
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
