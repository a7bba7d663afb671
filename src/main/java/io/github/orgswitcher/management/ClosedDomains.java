package io.github.orgswitcher.management;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailDomain;
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
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Why some of an organization's allowed domains open nothing, with one look at what is proven. */
public final class ClosedDomains {

    private final DomainProofs proofs;
    private final String orgId;
    private final ProvenDomains rule;

    /**
     * The closed domains of an organization.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param orgId the organization
     */
    public ClosedDomains(KeycloakSession session, String orgId) {
        RealmModel realm = session.getContext().getRealm();
        this.proofs = RealmStore.of(session, realm).proofs();
        this.orgId = orgId;
        this.rule = SwitcherConfig.of(session, realm).provenDomains();
    }

    /**
     * Looks which are closed. What is below a wildcard may be another's all the same.
     *
     * @param domains domains of the organization
     * @return the verdict on everybody who comes over one, by the domain; none for what opens
     */
    public Map<String, Verdict> among(Collection<AllowedDomain> domains) {
        Map<String, List<String>> names = domains.stream()
                .collect(toMap(AllowedDomain::domain, domain -> proving(domain.domain()), (one, same) -> one));
        List<String> all =
                names.values().stream().flatMap(List::stream).distinct().toList();
        Map<String, ProvenName> proven =
                proofs.among(orgId, all).stream().collect(toMap(ProvenName::name, name -> name));
        Map<String, Verdict> closed = new HashMap<>();
        for (AllowedDomain domain : domains) {
            List<ProvenName> proving = names.getOrDefault(domain.domain(), List.of()).stream()
                    .map(proven::get)
                    .filter(Objects::nonNull)
                    .toList();
            DomainStatus status = rule.judge(
                    proving.stream().anyMatch(ProvenName::own),
                    proving.stream().anyMatch(ProvenName::another),
                    domain.claimed());
            if (status != DomainStatus.OPENS) {
                closed.put(domain.domain(), Verdict.closed(status));
            }
        }
        return closed;
    }

    private static List<String> proving(String pattern) {
        return DomainPattern.proving(new EmailDomain(new DomainPattern(pattern).base()));
    }
}
