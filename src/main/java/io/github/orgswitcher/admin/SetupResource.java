package io.github.orgswitcher.admin;

import io.github.orgswitcher.setup.ConsoleTheme;
import io.github.orgswitcher.setup.MadeOrganization;
import io.github.orgswitcher.setup.NextStep;
import io.github.orgswitcher.setup.RealmSetup;
import io.github.orgswitcher.setup.SetupRefusedException;
import io.github.orgswitcher.setup.SetupState;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;

/** {@code setup}: the whole extension on or off, in one call. It takes the rights that its steps take one by one. */
public final class SetupResource {

    private static final String ID = "org-switcher";
    private static final String PATH = "setup";

    private final AdminRequest request;
    private final RealmSetup setup;

    SetupResource(AdminRequest request) {
        this.request = request;
        this.setup = new RealmSetup(request.session(), request.realm());
    }

    /**
     * Reads what is on, what is missing or in others' hands, and what is left to do.
     *
     * @return the set-up
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Reads what of the extension is on in the realm, and what is missing there or in others' hands.")
    public SetupRepresentation read() {
        request.administrator().requireViewOfRealm();
        return SetupRepresentation.of(request, setup, next());
    }

    /**
     * Switches the extension on: organizations, the required action, the post-login flow of the identity providers that
     * are named and of no other, and the browser flow unless told not to. It can also make an organization, and show the
     * console's tab. May be repeated.
     *
     * @param dryRun {@code true}: nothing happens, and the answer says what would
     * @param body what is to be on, as JSON
     * @return 204, or 200 with what it came to where an organization or the tab is asked for, or it is only tried
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Switches the extension on in the realm.",
            description = "May be repeated. It takes the rights that its steps take one by one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SetupBody.SetupWish.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "What it came to, where an organization or the console's tab is asked for, or it is only tried",
            content = @Content(schema = @Schema(implementation = SetupAnswer.class)))
    @APIResponse(responseCode = "204", description = "On")
    public Response set(
            @Parameter(
                            description = "Whether nothing is to happen, and the answer to say what would.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            InputStream body) {
        request.administrator().requireManagementOfRealm();
        boolean trying = request.flag("dryRun", dryRun);
        SetupBody wanted = new SetupBodyReader(request).read(body);
        if (wanted.organization().isPresent()) {
            request.organizations().requireManageAll();
        }
        SetupOutcome outcome = unlessRefused(
                trying ? AdminWrite.realmRehearsal(request) : AdminWrite.realm(request), own -> own.set(wanted));
        if (!trying) {
            tell(OperationType.UPDATE, outcome);
        }
        return trying || wanted.asksForMore()
                ? Response.ok(SetupAnswer.of(request, outcome, trying)).build()
                : Response.noContent().build();
    }

    /**
     * Switches the extension off. Settings, organizations, memberships and what others have made stay.
     *
     * @return 204
     */
    @DELETE
    @Operation(
            summary = "Switches the extension off in the realm.",
            description = "Settings, organizations, memberships and what others have made stay.")
    @APIResponse(responseCode = "204", description = "Off")
    public Response remove() {
        request.administrator().requireManagementOfRealm();
        Function<SetupResource, Optional<SetupState>> off = own -> own.change(RealmSetup::remove);
        tell(
                OperationType.DELETE,
                new SetupOutcome(unlessRefused(AdminWrite.realm(request), off), Optional.empty(), false, List.of()));
        return Response.noContent().build();
    }

    private <T> T unlessRefused(AdminWrite write, Function<SetupResource, T> work) {
        try {
            return write.call(own -> work.apply(new SetupResource(own)));
        } catch (SetupRefusedException e) {
            throw refusal(e);
        }
    }

    private WebApplicationException refusal(SetupRefusedException refused) {
        return request.error(
                refused.isConflict() ? Status.CONFLICT : Status.BAD_REQUEST,
                refused.field(),
                refused.messageKey(),
                refused.parameters());
    }

    private SetupOutcome set(SetupBody wanted) {
        Optional<SetupState> changed = change(own -> own.set(wanted.realm()));
        Optional<MadeOrganization> made =
                wanted.organization().map(organization -> setup.make(organization, request.adminId()));
        boolean themed = wanted.adminTheme()
                && request.administrator().mayManageHome()
                && console().choose();
        return new SetupOutcome(changed, made, themed, next());
    }

    /** Empty where nothing changes. */
    private Optional<SetupState> change(Consumer<RealmSetup> change) {
        SetupState before = setup.state();
        change.accept(setup);
        return Optional.of(setup.state()).filter(after -> !after.equals(before));
    }

    private List<NextStep> next() {
        return setup.next(console(), request.administrator().mayManageHome());
    }

    private ConsoleTheme console() {
        return new ConsoleTheme(request.session(), request.administrator().home());
    }

    private void tell(OperationType operation, SetupOutcome outcome) {
        outcome.changed().ifPresent(after -> request.changes().tell(ResourceType.REALM, operation, after, ID, PATH));
        outcome.organization()
                .filter(MadeOrganization::isChange)
                .ifPresent(made -> request.changed(
                        made.created() ? OperationType.CREATE : OperationType.UPDATE,
                        SetupAnswer.SetupOrganization.of(made),
                        "organizations",
                        made.id()));
        if (outcome.adminTheme()) {
            Map<String, String> realm =
                    Map.of("realm", request.administrator().home().getName());
            request.changes().tell(ResourceType.REALM, operation, realm, ID, PATH, SetupBody.ADMIN_THEME);
        }
    }
}
