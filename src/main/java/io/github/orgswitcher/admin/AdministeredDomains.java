package io.github.orgswitcher.admin;

import io.github.orgswitcher.admin.AllowedDomainRepresentation.Closed;
import io.github.orgswitcher.admin.AllowedDomainRepresentation.InForce;
import io.github.orgswitcher.decision.Verdict;
import io.github.orgswitcher.management.DomainChanges;
import io.github.orgswitcher.management.DomainEffects;
import io.github.orgswitcher.management.DomainEffects.Effect;
import io.github.orgswitcher.management.DomainRefusedException;
import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.verification.TxtRecord;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        JoinPolicy policy = request.store().policies().of(organization.getId());
        Map<String, Effect> effects = new DomainEffects(request.session(), organization.getId()).among(all, policy);
        return all.stream()
                .flatMap(
                        domain -> Optional.ofNullable(effects.get(domain.domain()))
                                .map(effect -> represent(domain, policy, effect))
                                .stream())
                .toList();
    }

    private @Nullable Closed closed(@Nullable Verdict verdict) {
        if (verdict == null) {
            return null;
        }
        Verdict told = request.told(verdict);
        return new Closed(told, request.message(told.messageKey()));
    }

    /** Those who may manage the organization see how to prove the domain. */
    private AllowedDomainRepresentation represent(AllowedDomain domain, JoinPolicy policy, Effect effect) {
        return AllowedDomainRepresentation.of(
                domain,
                InForce.of(effect.joinMode(), domain.over(policy).inForce()),
                new MissingGroups(request, groups()).in(domain.policy()).toList(),
                manages ? TxtRecord.of(domain) : null,
                closed(effect.closed()));
    }

    private OrganizationGroups groups() {
        return new OrganizationGroups(request.session(), organization);
    }

    /** Adds a domain, unless it is there already, with what the body says of its policy. */
    AllowedDomainRepresentation add(AllowedDomain domain, JsonBody body) {
        try {
            AllowedDomain added = domain.saying(policy(body).values(PolicyValues.NONE));
            changes().add(added);
            return represent(added);
        } catch (DomainRefusedException e) {
            throw error(e);
        }
    }

    /** Changes what a domain says for itself; empty where nothing changes. */
    Optional<AllowedDomainRepresentation> change(String name, JsonBody body) {
        try {
            return changes().change(name, policy(body)::values).map(this::represent);
        } catch (DomainRefusedException e) {
            throw error(e);
        }
    }

    private DomainPolicyBody policy(JsonBody body) {
        return new DomainPolicyBody(new SettingBody(request, body, groups()));
    }

    /** Removes a domain; where the organization's attribute names it too, it stays, as the attribute's. */
    AllowedDomainRepresentation remove(String name) {
        try {
            return represent(changes().remove(name));
        } catch (DomainRefusedException e) {
            throw error(e);
        }
    }

    private DomainChanges changes() {
        return new DomainChanges(request.session(), organization.getId());
    }

    private WebApplicationException error(DomainRefusedException refused) {
        return refused.isUnknown()
                ? request.error(Status.NOT_FOUND, null, refused.messageKey(), refused.parameters())
                : request.error(Status.CONFLICT, refused.field(), refused.messageKey(), refused.parameters());
    }

    WebApplicationException notFound(String name) {
        return request.error(Status.NOT_FOUND, null, "orgSwitcherDomainNotFound", name);
    }

    void changed(OperationType operation, AllowedDomainRepresentation domain) {
        request.changed(operation, domain, "organizations", organization.getId(), "domains", domain.domain());
    }
}
