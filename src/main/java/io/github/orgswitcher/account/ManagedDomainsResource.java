package io.github.orgswitcher.account;

import io.github.orgswitcher.management.Act;
import io.github.orgswitcher.management.MailedAffiliation;
import io.github.orgswitcher.management.ManagedDomains;
import io.github.orgswitcher.management.ManagedOrganization;
import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.rest.PagingParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** {@code organizations/{orgId}/domains}: an organization's allowed domains, for one who manages it. */
@SecurityRequirement(name = "account")
public final class ManagedDomainsResource {

    private final ManagerDoor door;

    ManagedDomainsResource(ManagerDoor door) {
        this.door = door;
    }

    /**
     * Lists allowed domains, ordered by name.
     *
     * @param page which of them
     * @return the page
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists an organization's allowed domains, ordered by name, for its managers.")
    @Parameter(
            name = "search",
            in = ParameterIn.QUERY,
            description = "Domains, with or without their *. before them." + PagingParameters.SEARCH)
    public List<ManagedDomainRepresentation> list(@BeanParam PagingParameters page) {
        ManagerCall manager = door.toView();
        return new ManagedDomains(manager.organization())
                .list(page.readForDomains(manager.call())).stream()
                        .map(listed -> ManagedDomainRepresentation.of(listed, manager.call()))
                        .toList();
    }

    /**
     * Adds a domain, which opens nothing until it is proven.
     *
     * @param body the domain as JSON
     * @return 201 with the domain
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds an allowed domain to an organization.",
            description =
                    "It opens nothing until it is proven: by DNS, by the manager's own address on it, or by a code that is mailed to one.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ManagedDomainRepresentation.Wanted.class)))
    @APIResponse(
            responseCode = "201",
            description = "The domain as it is stored",
            content = @Content(schema = @Schema(implementation = ManagedDomainRepresentation.Told.class)))
    public Response add(InputStream body) {
        ManagerCall manager = door.toManage();
        String domain = text(manager, body, ManagedDomains.FIELD);
        return Response.status(Status.CREATED)
                .entity(told(manager, Set.of(ManagedDomains.FIELD), own -> new ManagedDomains(own).add(domain)))
                .build();
    }

    /**
     * Looks the domain's DNS record up now.
     *
     * @param domain the domain, in any spelling
     * @return what was seen
     */
    @POST
    @Path("{domain}/verification")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Looks up now whether DNS proves a domain.")
    public ManagedDomainRepresentation.Told check(@PathParam(ManagedDomains.FIELD) String domain) {
        return told(door.toManage(), Set.of(), own -> new ManagedDomains(own).check(domain));
    }

    /**
     * Proves a domain by the manager's own address.
     *
     * @param domain the domain, in any spelling
     * @return what it means
     */
    @POST
    @Path("{domain}/affiliation")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Proves a domain by the manager's own proven address on it.")
    public ManagedDomainRepresentation.Told affiliate(@PathParam(ManagedDomains.FIELD) String domain) {
        return told(door.toManage(), Set.of(), own -> new ManagedDomains(own).affiliate(domain));
    }

    /**
     * Mails a code to an address on the domain, in place of the one before.
     *
     * @param domain the domain, in any spelling
     * @param body the address as JSON
     * @return what it means
     */
    @POST
    @Path("{domain}/affiliation/mail")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Mails a code that proves a domain to an address on it.",
            description =
                    "It counts for a quarter of an hour, for whoever has asked for it. Answers 429 where a day's mails are used"
                            + " up, and 503 where the mail server takes none.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ManagedDomainRepresentation.Recipient.class)))
    public ManagedDomainRepresentation.Told mail(@PathParam(ManagedDomains.FIELD) String domain, InputStream body) {
        ManagerCall manager = door.toManage();
        String address = text(manager, body, MailedAffiliation.FIELD);
        return told(manager, Set.of(MailedAffiliation.FIELD), own -> new MailedAffiliation(own).ask(domain, address));
    }

    /**
     * Proves a domain by the code that was mailed.
     *
     * @param domain the domain, in any spelling
     * @param body the code as JSON
     * @return what it means
     */
    @POST
    @Path("{domain}/affiliation/code")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Proves a domain by the code that was mailed to an address on it.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ManagedDomainRepresentation.Typed.class)))
    public ManagedDomainRepresentation.Told prove(@PathParam(ManagedDomains.FIELD) String domain, InputStream body) {
        ManagerCall manager = door.toManage();
        String code = text(manager, body, MailedAffiliation.CODE);
        return told(manager, Set.of(MailedAffiliation.CODE), own -> new MailedAffiliation(own).prove(domain, code));
    }

    private static String text(ManagerCall manager, InputStream body, String field) {
        return JsonBody.read(manager.call(), body, Set.of(field)).text(field).orElse("");
    }

    private static ManagedDomainRepresentation.Told told(
            ManagerCall manager, Set<String> fields, Function<ManagedOrganization, Act> deed) {
        return ManagedDomainRepresentation.Told.of(manager.carryOut(fields, deed), manager.call());
    }

    /**
     * Removes a domain.
     *
     * @param domain the domain, in any spelling
     */
    @DELETE
    @Path("{domain}")
    @Operation(summary = "Removes an allowed domain of an organization.")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam(ManagedDomains.FIELD) String domain) {
        door.toManage().carryOut(own -> new ManagedDomains(own).remove(domain));
    }
}
