package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.limits.DomainChecks;
import io.github.orgswitcher.management.Act.Deed;
import io.github.orgswitcher.management.DomainEffects.Effect;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.AllowedDomains;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.verification.DomainCheck;
import io.github.orgswitcher.verification.DomainVerification;
import io.github.orgswitcher.verification.LookupOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * An organization's allowed domains, for one who manages it. What a manager adds is the organization's own word, which opens nothing
 * until it is proven: by DNS, or by {@link Affiliation}.
 */
public final class ManagedDomains {

    /** The form's field that a domain is typed into. */
    public static final String FIELD = "domain";

    /** Who needs more asks an administrator, so that nobody fills the table. */
    private static final int MOST = 100;

    private static final DomainField TYPED = new DomainField(FIELD);
    private static final DomainField AFFILIATE = new DomainField("affiliate");
    private static final DomainField REMOVE = new DomainField("remove");
    private static final DomainField CHECK = new DomainField("check");

    private final ManagedOrganization organization;

    /**
     * The domains of an organization.
     *
     * @param organization the organization
     */
    public ManagedDomains(ManagedOrganization organization) {
        this.organization = organization;
    }

    /**
     * Lists them, by their names.
     *
     * @param paging which of them
     * @return the page
     */
    public List<ManagedDomain> list(Paging paging) {
        List<AllowedDomain> domains =
                organization.store().domains().page(organization.ref().id(), paging);
        JoinPolicy policy =
                organization.store().policies().of(organization.ref().id());
        Map<String, Effect> effects =
                new DomainEffects(organization.session(), organization.ref().id()).among(domains, policy);
        Optional<String> own = Affiliation.own(organization.session(), organization.manager());
        return domains.stream()
                .flatMap(domain -> Optional.ofNullable(effects.get(domain.domain()))
                        .map(effect -> ManagedDomain.of(domain, effect, policy, own))
                        .stream())
                .toList();
    }

    /**
     * Adds a domain.
     *
     * @param typed the domain, in any spelling
     * @return what was done
     * @throws ChoiceRefusedException where it cannot be an allowed domain, or is one already
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act add(String typed) {
        return change(TYPED, own -> {
            String name = TYPED.allowed(own.domainRules(), typed);
            AllowedDomains domains = own.store().domains();
            String orgId = own.organization().getId();
            if (!domains.page(orgId, new Paging(List.of(), MOST - 1, 1)).isEmpty()) {
                throw TYPED.refused("orgSwitcherManageDomainsTooMany", MOST);
            }
            boolean affiliated = Affiliation.isOwn(own, name)
                    && !own.store().policies().of(orgId).hasPeopleJoinedByAttribute();
            Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
            new DomainChanges(own.session(), orgId)
                    .add(AllowedDomain.added(
                                    orgId, name, Source.API, now, own.manager().getId())
                            .backedBy(affiliated ? Backing.AFFILIATION : Backing.CLAIM));
            return Act.onDomain(
                    affiliated ? Deed.DOMAIN_ADDED_BY_AFFILIATION : Deed.DOMAIN_ADDED,
                    orgId,
                    name,
                    DomainPeople.of(own, name).verdict());
        });
    }

    /**
     * Proves a domain by the manager's own address.
     *
     * @param name the domain, in any spelling
     * @return what was done
     * @throws ChoiceRefusedException where it is none of the organization's, or not that of the address, or no claim
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act affiliate(String name) {
        return change(AFFILIATE, own -> {
            String stored = AFFILIATE.stored(name);
            if (!Affiliation.isOwn(own, stored)) {
                throw AFFILIATE.refused("orgSwitcherManageNotAffiliated", stored);
            }
            Verdict verdict = Affiliation.prove(own, stored);
            return Act.onDomain(Deed.DOMAIN_AFFILIATED, own.organization().getId(), stored, verdict);
        });
    }

    /**
     * Removes a domain.
     *
     * @param name the domain, in any spelling
     * @return what was done
     * @throws ChoiceRefusedException where it is none of the organization's, or its attributes', or says what stays with
     *     administrators
     * @throws NoSuchOrganizationException where it is not managed any more by whoever asks
     */
    public Act remove(String name) {
        return change(REMOVE, own -> {
            String stored = REMOVE.stored(name);
            DomainChanges changes =
                    new DomainChanges(own.session(), own.organization().getId());
            new DomainRemoval(own).require(changes.changeable(stored));
            changes.remove(stored);
            return Act.onDomain(Deed.DOMAIN_REMOVED, own.organization().getId(), stored);
        });
    }

    /**
     * Looks a domain's DNS record up now.
     *
     * @param name the domain, in any spelling
     * @return what was done, by what was seen
     * @throws ChoiceRefusedException where it is none of the organization's, the realm refuses it now, or DNS was asked often enough
     */
    public Act check(String name) {
        try {
            return CHECK.about(() -> lookUp(CHECK.stored(name)));
        } catch (LostRaceException e) {
            throw CHECK.refused("orgSwitcherLostRace");
        }
    }

    private Act lookUp(String name) {
        KeycloakSession session = organization.session();
        AllowedDomain domain = organization
                .store()
                .domains()
                .find(organization.ref().id(), name)
                .orElseThrow(() -> DomainRefusedException.unknown(name));
        if (!new DomainChecks(session).take(domain.orgId())) {
            throw CHECK.refused("orgSwitcherManageChecksTooMany");
        }
        try {
            DomainCheck checked = session.getProvider(DomainVerification.class)
                    .check(session.getContext().getRealm(), domain)
                    .orElseThrow(() -> CHECK.refused("orgSwitcherProofConflict", domain.domain()));
            Deed deed = checked.outcome() == LookupOutcome.FOUND ? Deed.DOMAIN_PROVEN : Deed.DOMAIN_NOT_PROVEN;
            return Act.onDomain(deed, domain.orgId(), domain.domain());
        } catch (RefusedDomainException e) {
            throw CHECK.refused(e);
        }
    }

    private Act change(DomainField field, Function<Hand, Act> work) {
        return field.about(() -> organization.write(List.of(), work));
    }
}
