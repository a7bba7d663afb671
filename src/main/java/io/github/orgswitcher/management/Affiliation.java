package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.membership.OwnAddress;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
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

    /** Whether it would open a domain that is closed. */
    static boolean opens(AllowedDomain domain, JoinPolicy policy) {
        return domain.claimed()
                && domain.source() == Source.API
                && !new DomainPattern(domain.domain()).reachesBelow()
                && !isAutomaticForGood(policy);
    }

    /** Whether the organization's attribute has people joined with no question, so that no domain may say otherwise here. */
    static boolean isAutomaticForGood(JoinPolicy policy) {
        return policy.declares(PolicySettings.JOIN_MODE)
                && policy.inForce().get(PolicySettings.JOIN_MODE) == JoinMode.AUTOMATIC;
    }

    /**
     * What a domain says for itself once it is proven so. That people are joined with no question stays with administrators, and is not
     * had by way of what they have set for domains of the organization's own.
     */
    static PolicyValues withQuestion(Hand own, AllowedDomain domain) {
        JoinPolicy policy = own.store().policies().of(domain.orgId());
        return domain.over(policy).inForce().get(PolicySettings.JOIN_MODE) == JoinMode.AUTOMATIC
                ? domain.policy().with(PolicySettings.JOIN_MODE, Optional.of(JoinMode.SUGGEST))
                : domain.policy();
    }

    /**
     * Looks whether a domain can be proven so.
     *
     * @throws DomainRefusedException as {@link #prove} does
     */
    static void requireProvable(Hand own, String domain) {
        changes(own).requireChangeable(domain, before -> withQuestion(own, before));
    }

    /**
     * Has a domain be more than the organization's own word.
     *
     * @throws DomainRefusedException where it is none of the organization's, or its attributes', or they let it ask no question
     */
    static void prove(Hand own, String domain) {
        DomainChanges changes = changes(own);
        changes.vouch(domain);
        own.store()
                .domains()
                .find(own.organization().getId(), domain)
                .ifPresent(found -> changes.change(domain, before -> withQuestion(own, found)));
    }

    private static DomainChanges changes(Hand own) {
        return new DomainChanges(own.session(), own.organization().getId());
    }
}
