package io.github.orgswitcher.management;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.limits.DomainChecks;
import io.github.orgswitcher.management.Act.Deed;
import io.github.orgswitcher.management.DomainEffects.Effect;
import io.github.orgswitcher.management.ManagedOrganization.Hand;
import io.github.orgswitcher.membership.ChoiceRefusedException;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.AllowedDomains;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.Paging;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.verification.DomainCheck;
import io.github.orgswitcher.verification.DomainVerification;
import io.github.orgswitcher.verification.LookupOutcome;
import io.github.orgswitcher.verification.TxtRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
     * A domain as a manager sees it.
     *
     * @param domain the domain
     * @param record what to publish in DNS as proof
     * @param closed why it opens nothing; null where it does
     * @param affiliated whether the manager's own address would prove it
     * @param mailable whether a code mailed to an address on it would
     * @param joinMode what a match gives over it
     */
    public record Listed(
            AllowedDomain domain,
            TxtRecord record,
            @Nullable Verdict closed,
            boolean affiliated,
            boolean mailable,
            JoinMode joinMode) {

        /** Whether it can be changed here. */
        public boolean changeable() {
            return domain.source() == Source.API;
        }
    }

    /**
     * Lists them, by their names.
     *
     * @param paging which of them
     * @return the page
     */
    public List<Listed> list(Paging paging) {
        List<AllowedDomain> domains =
                organization.store().domains().page(organization.ref().id(), paging);
        JoinPolicy policy =
                organization.store().policies().of(organization.ref().id());
        Map<String, Effect> effects =
                new DomainEffects(organization.session(), organization.ref().id()).among(domains, policy);
        String own =
                Affiliation.own(organization.session(), organization.manager()).orElse("");
        return domains.stream()
                .flatMap(domain -> Optional.ofNullable(effects.get(domain.domain()))
                        .map(effect -> listed(domain, effect, Affiliation.isAwaited(domain, policy), own))
                        .stream())
                .toList();
    }

    private static Listed listed(AllowedDomain domain, Effect effect, boolean awaited, String own) {
        return new Listed(
                domain,
                TxtRecord.of(domain),
                Optional.ofNullable(effect.closed())
                        .map(ManagedOrganization::told)
                        .orElse(null),
                awaited && domain.domain().equals(own),
                awaited,
                effect.joinMode());
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
        return change(FIELD, own -> {
            String name = allowed(own.session(), FIELD, typed);
            AllowedDomains domains = own.store().domains();
            String orgId = own.organization().getId();
            if (!domains.page(orgId, new Paging(List.of(), MOST - 1, 1)).isEmpty()) {
                throw refused(FIELD, "orgSwitcherManageDomainsTooMany", MOST);
            }
            boolean affiliated = Affiliation.own(own.session(), own.manager())
                            .filter(name::equals)
                            .isPresent()
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
        return change("affiliate", own -> {
            String stored = stored("affiliate", name);
            if (Affiliation.own(own.session(), own.manager())
                    .filter(stored::equals)
                    .isEmpty()) {
                throw refused("affiliate", "orgSwitcherManageNotAffiliated", stored);
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
        return change("remove", own -> {
            String stored = stored("remove", name);
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
        KeycloakSession session = organization.session();
        try {
            String stored = stored("check", name);
            AllowedDomain domain = organization
                    .store()
                    .domains()
                    .find(organization.ref().id(), stored)
                    .orElseThrow(() -> DomainRefusedException.unknown(stored));
            if (!new DomainChecks(session).take(domain.orgId())) {
                throw refused("check", "orgSwitcherManageChecksTooMany");
            }
            DomainCheck checked = session.getProvider(DomainVerification.class)
                    .check(session.getContext().getRealm(), domain)
                    .orElseThrow(() -> refused("check", "orgSwitcherProofConflict", domain.domain()));
            Deed deed = checked.outcome() == LookupOutcome.FOUND ? Deed.DOMAIN_PROVEN : Deed.DOMAIN_NOT_PROVEN;
            return Act.onDomain(deed, domain.orgId(), domain.domain());
        } catch (RefusedDomainException e) {
            throw refused("check", e.refusal().messageKey(), e.domain());
        } catch (DomainRefusedException e) {
            throw refused("check", e.messageKey(), e.parameters());
        } catch (LostRaceException e) {
            throw refused("check", "orgSwitcherErrorTryAgain");
        }
    }

    private Act change(String field, Function<Hand, Act> work) {
        return write(organization, field, work);
    }

    static <T> T write(ManagedOrganization organization, String field, Function<Hand, T> work) {
        try {
            return organization.write(List.of(), work);
        } catch (DomainRefusedException e) {
            throw refused(field, e.messageKey(), e.parameters());
        }
    }

    static String allowed(KeycloakSession session, String field, String typed) {
        try {
            return SwitcherConfig.of(session, session.getContext().getRealm())
                    .domainRules()
                    .allow(typed)
                    .value();
        } catch (RefusedDomainException e) {
            throw refused(field, e.refusal().messageKey(), e.domain());
        }
    }

    static String stored(String field, String name) {
        try {
            return DomainPattern.parse(name).value();
        } catch (RefusedDomainException e) {
            throw refused(field, "orgSwitcherDomainNotFound", e.domain());
        }
    }

    static ChoiceRefusedException refused(String field, String messageKey, Object... parameters) {
        return new ChoiceRefusedException(field, messageKey, "org_switcher_domain_refused", parameters);
    }
}
