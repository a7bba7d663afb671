package io.github.orgswitcher.admin;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.github.orgswitcher.people.OrganizationGroups;
import io.github.orgswitcher.policy.JoinPolicy;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.policy.PolicyValues;
import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.store.Source;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.OrganizationModel;

/** {@code organizations/{orgId}}: an organization's policy, and the way to its allowed domains. */
public final class OrganizationPolicyResource {

    /** What reading gives may be sent back as it is. */
    private static final Set<String> FIELDS = Stream.concat(
                    PolicySettings.ALL.stream().map(PolicySetting::field),
                    Stream.of(PolicyRepresentation.class.getRecordComponents())
                            .filter(component -> !component.getAccessor().isAnnotationPresent(JsonAnyGetter.class))
                            .map(RecordComponent::getName))
            .collect(Collectors.toUnmodifiableSet());

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
     * The people who could be members, for those who may look for users.
     *
     * @return their resource
     */
    @Path("people")
    public PeopleResource people() {
        request.administrator().requireUsers();
        return new PeopleResource(request, organization);
    }

    /**
     * Reads the policy.
     *
     * @return the policy, with what the organization's attributes ask for in vain
     */
    @GET
    @Path("policy")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reads an organization's policy.")
    public PolicyRepresentation policy() {
        return reader().read(policyInForce());
    }

    /**
     * Changes the policy. What the body does not name stays as it is; null gives a setting its default back, but for the
     * join mode, which must be one. What the organization's attributes own may be repeated, not changed. Where nothing
     * changes there is no admin event.
     *
     * @param body the policy as JSON, or a part of it
     * @return 204
     */
    @PUT
    @Path("policy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes an organization's policy.",
            description =
                    "What the body does not name stays as it is; null gives a setting its default back, but for joinMode,"
                            + " which must be one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PolicyRepresentation.class)))
    @APIResponse(responseCode = "204", description = "Changed, or already so")
    public Response updatePolicy(InputStream body) {
        request.organizations().requireManage(organization);
        JsonBody json = JsonBody.read(request, body, FIELDS);
        Optional<PolicyRepresentation> changed = AdminWrite.of(request)
                .call(organization, (own, locked) -> new OrganizationPolicyResource(own, locked).change(json));
        changed.ifPresent(policy ->
                request.changed(OperationType.UPDATE, policy, "organizations", organization.getId(), "policy"));
        return Response.noContent().build();
    }

    /** Empty where nothing changes. */
    private Optional<PolicyRepresentation> change(JsonBody json) {
        JoinPolicy policy = policyInForce();
        PolicyValues values = new PolicyBody(request, json, organization, policy, groups()).values();
        PolicyReader reader = reader();
        PolicyRepresentation changed = reader.read(new JoinPolicy(policy.declared(), values));
        if (changed.equals(reader.read(policy))) {
            return Optional.empty();
        }
        request.store().policies().save(organization.getId(), Source.API, values);
        return Optional.of(changed);
    }

    private JoinPolicy policyInForce() {
        return request.store().policies().of(organization.getId());
    }

    private PolicyReader reader() {
        return new PolicyReader(request, organization, groups());
    }

    private OrganizationGroups groups() {
        return new OrganizationGroups(request.session(), organization);
    }
}
