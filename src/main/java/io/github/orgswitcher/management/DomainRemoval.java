package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Match;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AllowedDomain;
import java.util.List;
import java.util.Optional;

/**
 * That a manager takes an allowed domain away, and with it what it says for itself. That is administrators' word, and goes with it only
 * as far as managers may change such settings.
 */
final class DomainRemoval {

    private final Hand own;
    private final JoinPolicy policy;

    DomainRemoval(Hand own) {
        this.own = own;
        this.policy = own.store().policies().of(own.organization().getId());
    }

    /** What counts for people who come over a domain. */
    private record Terms(JoinMode joinMode, List<String> groups) {

        static Terms of(JoinMode joinMode, PolicyValues values) {
            return new Terms(joinMode, values.get(PolicySettings.DEFAULT_GROUPS));
        }
    }

    /**
     * Asks whether a domain can go.
     *
     * @throws DomainRefusedException where something would count for its people that stays with administrators
     */
    void require(AllowedDomain domain) {
        if (domain.backing() != Backing.REALM && domain.policy().equals(PolicyValues.NONE)) {
            // The organization's own word, for which nobody has set anything.
            return;
        }
        DomainPeople people = DomainPeople.of(own, domain.domain());
        people.deciding()
                .filter(match -> match.domain().equals(domain.domain()))
                .ifPresent(match -> {
                    Terms now = terms(match);
                    Terms then = people.without(domain.domain())
                            .deciding()
                            .map(this::terms)
                            .orElseGet(() -> addedAgain(domain).orElse(now));
                    if (!now.groups().equals(then.groups()) || !mayBecome(now.joinMode(), then.joinMode())) {
                        throw new DomainRefusedException("orgSwitcherManageDomainKept", domain.domain());
                    }
                });
    }

    private Terms terms(Match match) {
        return own.store()
                .domains()
                .find(match.orgId(), match.domain())
                .map(domain -> Terms.of(match.joinMode(), domain.over(policy).inForce()))
                .orElseThrow();
    }

    /** What would count were it added again, where nothing else lets its people in; empty where it says nothing for itself. */
    private Optional<Terms> addedAgain(AllowedDomain domain) {
        PolicyValues values = policy.inForce();
        return domain.policy().equals(PolicyValues.NONE)
                ? Optional.empty()
                : Optional.of(
                        Terms.of(Backing.AFFILIATION.counting(values.get(PolicySettings.JOIN_MODE), false), values));
    }

    private boolean mayBecome(JoinMode now, JoinMode then) {
        return now == then
                || then != JoinMode.AUTOMATIC
                        && SwitcherConfig.of(
                                        own.session(),
                                        own.session().getContext().getRealm())
                                .managersChange()
                                .contains(PolicySettings.JOIN_MODE.field());
    }
}
