package io.github.orgswitcher.admin;

import io.github.orgswitcher.lifecycle.DeclaredPolicy;
import io.github.orgswitcher.store.JoinMode;
import io.github.orgswitcher.store.JoinPolicy;
import io.github.orgswitcher.store.Source;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.OrganizationModel;

/** {@code organizations/{orgId}}: an organization's policy, and the way to its allowed domains. */
public final class OrganizationPolicyResource {

    private static final String JOIN_MODE = "joinMode";
    /** What reading gives may be sent back as it is. */
    private static final Set<String> FIELDS = Set.of(JOIN_MODE, "source", "refusedDomains", "refusedJoinMode");

    private final AdminRequest request;
    private final OrganizationModel organization;

    OrganizationPolicyResource(AdminRequest request, OrganizationModel organization) {
        this.request = request;
        this.organization = organization;
    }

    /**
     * The allowed domains.
     *
     * @return their resource
     */
    @Path("domains")
    public AllowedDomainsResource domains() {
        return new AllowedDomainsResource(request, organization);
    }

    /**
     * The enrollments.
     *
     * @return their resource
     */
    @Path("enrollments")
    public EnrollmentsResource enrollments() {
        return new EnrollmentsResource(request, organization);
    }

    /**
     * Reads the policy.
     *
     * @return the policy, with what the organization's attributes ask for in vain
     */
    @GET
    @Path("policy")
    @Produces(MediaType.APPLICATION_JSON)
    public PolicyRepresentation policy() {
        return PolicyRepresentation.of(policyInForce(), declared(), request::message);
    }

    /**
     * Changes the policy.
     *
     * @param body the policy as JSON
     * @return 204
     */
    @PUT
    @Path("policy")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response updatePolicy(byte[] body) {
        request.auth().orgs().requireManage(organization);
        JoinMode joinMode = joinMode(JsonBody.read(request, body, FIELDS));
        JoinPolicy inForce = policyInForce();
        if (inForce.joinMode() != joinMode) {
            if (declared().joinMode().isPresent()) {
                throw request.error(
                        Status.CONFLICT, JOIN_MODE, "orgSwitcherJoinModeByAttribute", DeclaredPolicy.JOIN_MODE);
            }
            JoinPolicy changed = new JoinPolicy(organization.getId(), joinMode, Source.API);
            request.store().savePolicy(request.realm().getId(), changed);
            request.changed(
                    OperationType.UPDATE,
                    PolicyRepresentation.of(changed, declared(), request::message),
                    "organizations",
                    organization.getId(),
                    "policy");
        }
        return Response.noContent().build();
    }

    private JoinMode joinMode(JsonBody body) {
        return body.text(JOIN_MODE)
                .flatMap(JoinMode::named)
                .orElseThrow(() ->
                        request.error(Status.BAD_REQUEST, JOIN_MODE, "orgSwitcherJoinModeInvalid", JoinMode.names()));
    }

    private JoinPolicy policyInForce() {
        return request.store().policy(request.realm().getId(), organization.getId());
    }

    private DeclaredPolicy declared() {
        return request.declaredPolicy(organization);
    }
}
