package io.github.orgswitcher.admin;

import io.github.orgswitcher.admin.AllowedDomainRepresentation.Closed;
import io.github.orgswitcher.declared.Claimed;
import io.github.orgswitcher.declared.DeclaredPolicy;
import io.github.orgswitcher.declared.DeclaredPolicySync;
import io.github.orgswitcher.platform.admin.FineGrained;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.Source;
import io.github.orgswitcher.verification.TxtRecord;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.OrganizationModel;

/** One organization's allowed domains, as an administrator who may view the organization meets them. */
final class AdministeredDomains {

    /** The field that a refusal of a domain is bound to, and the parameter that names one. */
    static final String DOMAIN = "domain";

    private final AdminRequest request;
    private final OrganizationModel organization;
    private final boolean manages;

    AdministeredDomains(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
        this.manages = request.organizations().mayManage(organization);
    }

    void requireManage() {
        request.organizations().requireManage(organization);
    }

    Optional<AllowedDomain> find(String name) {
        return request.store().domains().find(organization.getId(), name);
    }

    AllowedDomainRepresentation represent(AllowedDomain domain) {
        return represent(List.of(domain)).get(0);
    }

    List<AllowedDomainRepresentation> represent(List<AllowedDomain> all) {
        Map<String, Closed> closed = new ClosedDomains(request, organization).among(all);
        return all.stream()
                .map(domain -> represent(domain, closed.get(domain.domain())))
                .toList();
    }

    /** Those who may manage the organization see how to prove the domain. */
    private AllowedDomainRepresentation represent(AllowedDomain domain, @Nullable Closed closed) {
        return AllowedDomainRepresentation.of(domain, manages ? TxtRecord.of(domain) : null, closed);
    }

    /** Adds a domain, unless it is there already. */
    AllowedDomainRepresentation add(AllowedDomain domain) {
        if (!request.store().domains().add(domain)) {
            throw find(domain.domain()).filter(AdministeredDomains::byAttribute).isPresent()
                    ? ownedByAttribute(domain.domain())
                    : request.error(Status.CONFLICT, DOMAIN, "orgSwitcherDomainExists", domain.domain());
        }
        return represent(domain);
    }

    /** Removes a domain; where the organization's attribute names it too, it stays, as the attribute's. */
    AllowedDomainRepresentation remove(String name) {
        AllowedDomain domain = find(name).orElseThrow(() -> notFound(name));
        if (byAttribute(domain)) {
            throw ownedByAttribute(name);
        }
        request.store().domains().remove(organization.getId(), List.of(name), Source.API);
        // Nobody knows any more who has written the attribute.
        new DeclaredPolicySync(request.session(), request.realm(), Claimed.all(FineGrained.isOn(request.realm())))
                .sync(Set.of(organization.getId()));
        return represent(domain);
    }

    WebApplicationException notFound(String name) {
        return request.error(Status.NOT_FOUND, null, "orgSwitcherDomainNotFound", name);
    }

    void changed(OperationType operation, AllowedDomainRepresentation domain) {
        request.changed(operation, domain, "organizations", organization.getId(), "domains", domain.domain());
    }

    private static boolean byAttribute(AllowedDomain domain) {
        return domain.source() == Source.ATTRIBUTE;
    }

    private WebApplicationException ownedByAttribute(String name) {
        return request.error(
                Status.CONFLICT, DOMAIN, "orgSwitcherDomainByAttribute", name, DeclaredPolicy.ALLOWED_DOMAINS);
    }
}
