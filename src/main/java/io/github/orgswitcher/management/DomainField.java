package io.github.orgswitcher.management;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import java.util.function.Supplier;

/**
 * A field of a manager's form that is about a domain, and has what is wrong with it beside it.
 *
 * @param name the field's name
 */
record DomainField(String name) {

    /**
     * The domain that was typed, as it may be allowed.
     *
     * @param rules the realm's
     * @param typed the domain, in any spelling
     * @throws ChoiceRefusedException where it can be no allowed domain
     */
    String allowed(DomainRules rules, String typed) {
        try {
            return rules.allow(typed).value();
        } catch (RefusedDomainException e) {
            throw refused(e);
        }
    }

    /**
     * The domain that was named, as it would be stored.
     *
     * @param named the domain, in any spelling
     * @throws ChoiceRefusedException where it is none, and so none of anybody's
     */
    String stored(String named) {
        try {
            return DomainPattern.parse(named).value();
        } catch (RefusedDomainException e) {
            throw refused("orgSwitcherDomainNotFound", e.domain());
        }
    }

    /** What some work brings, whose refusal belongs to this field. */
    <T> T about(Supplier<T> work) {
        try {
            return work.get();
        } catch (DomainRefusedException e) {
            throw refused(e.messageKey(), e.parameters());
        }
    }

    ChoiceRefusedException refused(RefusedDomainException e) {
        return refused(e.messageKey(), e.named());
    }

    ChoiceRefusedException refused(String messageKey, Object... parameters) {
        return new ChoiceRefusedException(name, messageKey, "org_switcher_domain_refused", parameters);
    }
}
