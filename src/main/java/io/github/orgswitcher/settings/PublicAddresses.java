package io.github.orgswitcher.settings;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.EmailDomain;
import java.util.Set;

/**
 * What people may not do whose addresses are at public or disposable mail providers: on domains that can be nobody's allowed
 * domain, with those that the realm adds and without those that it takes out.
 *
 * @param closed what they may not
 * @param rules which domains these are
 */
public record PublicAddresses(Set<Deed> closed, DomainRules rules) {

    /** What people do. */
    public enum Deed {
        /** Get an account by sign-in by email. */
        REGISTER,
        /** Create an organization. */
        CREATE,
        /** Get, or accept, an invitation. */
        BE_INVITED
    }

    /** Copies the set. */
    public PublicAddresses {
        closed = Set.copyOf(closed);
    }

    static PublicAddresses of(SettingReader reader) {
        return new PublicAddresses(
                reader.choices(SwitcherConfigProperties.PUBLIC_ADDRESSES_MAY_NOT, Set.of(), Deed.class),
                RealmDomains.rules(reader));
    }

    /**
     * Whether it depends on the address who may do something.
     *
     * @param deed what is done
     * @return whether public and disposable addresses may not
     */
    public boolean concern(Deed deed) {
        return closed.contains(deed);
    }

    /**
     * Whether an address is kept from something.
     *
     * @param deed what is done
     * @param domain the domain of the address
     * @return whether it may not be done with the address
     */
    public boolean keepFrom(Deed deed, EmailDomain domain) {
        return concern(deed) && !rules.opens(domain);
    }
}
