package io.github.orgswitcher.admin;

import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.verification.DomainCheck;
import io.github.orgswitcher.verification.DomainVerification;
import io.github.orgswitcher.verification.TxtRecord;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.events.admin.OperationType;

/** {@code organizations/{orgId}/domains/{domain}/verification}: the organization's proof that it owns the domain. */
public final class DomainVerificationResource {

    private final AdminRequest request;
    private final AllowedDomain domain;

    DomainVerificationResource(AdminRequest request, AllowedDomain domain) {
        this.request = request;
        this.domain = domain;
    }

    /**
     * Looks the DNS TXT record up now. That there is none, or that DNS gave no answer, is a result and no error.
     *
     * @return the domain, with what was seen
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Looks the DNS TXT record of an allowed domain up now.",
            description = "That there is none, or that DNS gave no answer, is a result and no error.")
    public AllowedDomainRepresentation verify() {
        DomainCheck check = AdminWrite.unlessLost(request, this::check);
        TxtRecord record = check.record();
        String message = request.message(check.outcome().messageKey(), record.name(), record.value());
        AllowedDomainRepresentation verified = AllowedDomainRepresentation.of(check, message);
        request.changed(
                OperationType.ACTION,
                verified,
                "organizations",
                domain.orgId(),
                "domains",
                domain.domain(),
                "verification");
        return verified;
    }

    private DomainCheck check() {
        try {
            return request.session()
                    .getProvider(DomainVerification.class)
                    .check(request.realm(), domain)
                    .orElseThrow(() ->
                            request.error(Status.CONFLICT, "domain", "orgSwitcherProofConflict", domain.domain()));
        } catch (RefusedDomainException e) {
            throw request.error(Status.BAD_REQUEST, "domain", e.refusal().messageKey(), e.domain());
        }
    }
}
