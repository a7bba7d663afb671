package io.github.orgswitcher.admin;

import static java.util.stream.Collectors.toMap;

import io.github.orgswitcher.admin.AllowedDomainRepresentation.Closed;
import io.github.orgswitcher.decision.DomainStatus;
import io.github.orgswitcher.decision.ProvenDomains;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.EmailDomain;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.ProvenName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.models.OrganizationModel;

/** Why some of an organization's allowed domains open nothing, with one look at what is proven. */
final class ClosedDomains {

    private final AdminRequest request;
    private final OrganizationModel organization;
    private final ProvenDomains rule;

    ClosedDomains(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
        this.rule = SwitcherConfig.of(request.session(), request.realm()).provenDomains();
    }

    /** By the domain, of those that are closed. What is below a wildcard may be another's all the same. */
    Map<String, Closed> among(Collection<AllowedDomain> domains) {
        Map<String, List<String>> names = domains.stream()
                .collect(toMap(AllowedDomain::domain, domain -> proving(domain.domain()), (one, same) -> one));
        List<String> all =
                names.values().stream().flatMap(List::stream).distinct().toList();
        Map<String, ProvenName> proven = request.store().proofs().among(organization.getId(), all).stream()
                .collect(toMap(ProvenName::name, name -> name));
        Map<String, Closed> closed = new HashMap<>();
        for (AllowedDomain domain : domains) {
            List<ProvenName> proofs = names.getOrDefault(domain.domain(), List.of()).stream()
                    .map(proven::get)
                    .filter(Objects::nonNull)
                    .toList();
            DomainStatus status = rule.judge(
                    proofs.stream().anyMatch(ProvenName::own),
                    proofs.stream().anyMatch(ProvenName::another),
                    domain.claimed());
            if (status != DomainStatus.OPENS) {
                Verdict verdict = request.told(Verdict.closed(status));
                closed.put(domain.domain(), new Closed(verdict, request.message(verdict.messageKey())));
            }
        }
        return closed;
    }

    private static List<String> proving(String pattern) {
        return DomainPattern.proving(new EmailDomain(new DomainPattern(pattern).base()));
    }
}
