package io.github.orgswitcher.management;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.JoinMode;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainProofs;
import io.github.orgswitcher.store.ProvenName;
import io.github.orgswitcher.store.RealmStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What some of an organization's allowed domains give, with one look at what is proven. */
public final class DomainEffects {

    private final DomainProofs proofs;
    private final String orgId;
    private final ProvenDomains rule;

    /**
     * The domains of an organization.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param orgId the organization
     */
    public DomainEffects(KeycloakSession session, String orgId) {
        RealmModel realm = session.getContext().getRealm();
        this.proofs = RealmStore.of(session, realm).proofs();
        this.orgId = orgId;
        this.rule = SwitcherConfig.of(session, realm).provenDomains();
    }

    /**
     * What a domain gives to those who come over it.
     *
     * @param closed the verdict on everybody; null where it opens
     * @param joinMode what a match gives
     */
    public record Effect(@Nullable Verdict closed, JoinMode joinMode) {}

    /**
     * Looks what they give. What is below a wildcard may be another's all the same.
     *
     * @param domains domains of the organization
     * @param policy the organization's policy
     * @return the effect of each, by the domain
     */
    public Map<String, Effect> among(Collection<AllowedDomain> domains, JoinPolicy policy) {
        Map<String, List<String>> names = domains.stream()
                .collect(toMap(AllowedDomain::domain, domain -> proving(domain.domain()), (one, same) -> one));
        List<String> all =
                names.values().stream().flatMap(List::stream).distinct().toList();
        Map<String, ProvenName> proven =
                proofs.among(orgId, all).stream().collect(toMap(ProvenName::name, name -> name));
        Map<String, Effect> effects = new HashMap<>();
        for (AllowedDomain domain : domains) {
            List<ProvenName> proving = names.getOrDefault(domain.domain(), List.of()).stream()
                    .map(proven::get)
                    .filter(Objects::nonNull)
                    .toList();
            boolean own = proving.stream().anyMatch(ProvenName::own);
            DomainStatus status = rule.judge(
                    own,
                    proving.stream().anyMatch(ProvenName::another),
                    domain.backing().where(policy.hasPeopleJoinedByAttribute()).isClaim());
            effects.put(
                    domain.domain(),
                    new Effect(
                            status == DomainStatus.OPENS ? null : Verdict.closed(status),
                            domain.joinMode(policy, own)));
        }
        return effects;
    }

    private static List<String> proving(String pattern) {
        return DomainPattern.proving(new EmailDomain(new DomainPattern(pattern).base()));
    }
}
