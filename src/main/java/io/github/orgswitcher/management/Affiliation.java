package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.declared.DeclaredWords.Contradiction;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.membership.OwnAddress;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Source;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * That one who manages an organization reads mail on a domain, which is no proof that the organization owns it. It counts for as much as
 * letting colleagues join does for whoever creates an organization: it gives way to what another has proven by DNS, joins nobody without
 * a question, and says nothing of what is above or below the domain.
 */
final class Affiliation {

    private Affiliation() {}

    /** The domain of the address that is proven to be the manager's own, and of nobody else's word alone. */
    static Optional<String> own(KeycloakSession session, UserModel manager) {
        return new OwnAddress(session).colleaguesDomain(manager).map(EmailDomain::name);
    }

    /** Whether a domain is that of the address of the manager who writes. */
    static boolean isOwn(Hand own, String domain) {
        return own(own.session(), own.manager()).filter(domain::equals).isPresent();
    }

    /** Whether a domain waits for somebody to show so much. */
    static boolean isAwaited(AllowedDomain domain, JoinPolicy policy) {
        return domain.backing() == Backing.CLAIM
                && domain.source() == Source.API
                && !new DomainPattern(domain.domain()).reachesBelow()
                && !policy.hasPeopleJoinedByAttribute();
    }

    /**
     * Looks whether a domain can be proven so.
     *
     * @throws DomainRefusedException as {@link #prove} does
     */
    static void requireProvable(Hand own, String domain) {
        String orgId = own.organization().getId();
        if (own.store().policies().of(orgId).hasPeopleJoinedByAttribute()) {
            throw new DomainRefusedException(Contradiction.ofSetting(PolicySettings.JOIN_MODE));
        }
        if (changes(own).changeable(domain).backing() == Backing.REALM) {
            throw new DomainRefusedException("orgSwitcherManageNothingToProve", domain);
        }
    }

    /**
     * Has a domain be more than the organization's claim.
     *
     * @return what the organization is to its people then
     * @throws DomainRefusedException where it is none of the organization's, or its attributes', or they let it ask no question, or it
     *     is no claim
     */
    static Verdict prove(Hand own, String domain) {
        requireProvable(own, domain);
        changes(own).affiliate(domain);
        return DomainPeople.of(own, domain).verdict();
    }

    private static DomainChanges changes(Hand own) {
        return new DomainChanges(own.session(), own.organization().getId());
    }
}
