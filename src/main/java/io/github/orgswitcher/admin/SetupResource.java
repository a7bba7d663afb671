package io.github.orgswitcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.rest.JsonBody;
import io.github.orgswitcher.setup.RealmSetup;
import io.github.orgswitcher.setup.SetupRefusedException;
import io.github.orgswitcher.setup.SetupRequest;
import io.github.orgswitcher.setup.SetupState;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;

/** {@code setup}: the whole extension on or off, in one call. It takes the rights that its steps take one by one. */
public final class SetupResource {

    /** What reading gives may be sent back as it is. */
    private static final Set<String> FIELDS = Set.of(
            SetupRequest.IDENTITY_PROVIDERS,
            SetupRequest.BROWSER_FLOW,
            SetupRequest.PASSWORDLESS,
            SetupRequest.EMAIL_SECOND_FACTOR,
            SetupRequest.ENABLED,
            SetupRequest.ORGANIZATIONS_ENABLED,
            SetupRepresentation.WARNINGS);

    private final AdminRequest request;
    private final RealmSetup setup;

    SetupResource(AdminRequest request) {
        this.request = request;
        this.setup = new RealmSetup(request.session(), request.realm());
    }

    /**
     * Reads what is on, and what is missing or in others' hands.
     *
     * @return the set-up
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Reads what of the extension is on in the realm, and what is missing there or in others' hands.")
    public SetupRepresentation read() {
        request.administrator().requireViewOfRealm();
        return SetupRepresentation.of(
                setup.state(),
                setup.warnings().stream()
                        .map(warning -> new SetupRepresentation.Warning(
                                warning.code(),
                                request.message(
                                        warning.code().messageKey(),
                                        warning.params().toArray()),
                                warning.params()))
                        .toList());
    }

    /**
     * Switches the extension on: organizations, the required action, the post-login flow of the identity providers that
     * are named and of no other, and the browser flow unless told not to. May be repeated.
     *
     * @param body what is to be on, as JSON
     * @return 204
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Switches the extension on in the realm.",
            description = "May be repeated. It takes the rights that its steps take one by one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SetupRequest.class)))
    @APIResponse(responseCode = "204", description = "On")
    public Response set(InputStream body) {
        request.administrator().requireManagementOfRealm();
        SetupRequest wanted = read(JsonBody.read(request, body, FIELDS));
        change(OperationType.UPDATE, own -> own.set(wanted));
        return Response.noContent().build();
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
        change(OperationType.DELETE, RealmSetup::remove);
        return Response.noContent().build();
    }

    private void change(OperationType operation, Consumer<RealmSetup> change) {
        try {
            AdminWrite.realm(request)
                    .call(own -> new SetupResource(own).change(change))
                    .ifPresent(after ->
                            request.changes().tell(ResourceType.REALM, operation, after, "org-switcher", "setup"));
        } catch (SetupRefusedException e) {
            throw request.error(
                    e.isConflict() ? Status.CONFLICT : Status.BAD_REQUEST, e.field(), e.messageKey(), e.parameters());
        }
    }

    /** Empty where nothing changes. */
    private Optional<SetupState> change(Consumer<RealmSetup> change) {
        SetupState before = setup.state();
        change.accept(setup);
        return Optional.of(setup.state()).filter(after -> !after.equals(before));
    }

    private SetupRequest read(JsonBody body) {
        boolean passwordless = flag(body, SetupRequest.PASSWORDLESS).orElse(false);
        boolean browserFlow = flag(body, SetupRequest.BROWSER_FLOW).orElse(true);
        if (passwordless && !browserFlow) {
            throw invalid(SetupRequest.PASSWORDLESS, "orgSwitcherSetupPasswordlessAlone");
        }
        return new SetupRequest(
                flag(body, SetupRequest.ENABLED).orElse(true),
                flag(body, SetupRequest.ORGANIZATIONS_ENABLED).orElse(true),
                identityProviders(body),
                browserFlow,
                passwordless,
                flag(body, SetupRequest.EMAIL_SECOND_FACTOR).orElse(true));
    }

    private Set<String> identityProviders(JsonBody body) {
        Set<String> aliases = new LinkedHashSet<>();
        Optional<JsonNode> value = body.value(SetupRequest.IDENTITY_PROVIDERS);
        if (value.filter(list -> !list.isArray()).isPresent()) {
            throw invalid(SetupRequest.IDENTITY_PROVIDERS, "orgSwitcherSetupProvidersInvalid");
        }
        value.ifPresent(list -> list.forEach(alias -> {
            if (!alias.isTextual()) {
                throw invalid(SetupRequest.IDENTITY_PROVIDERS, "orgSwitcherSetupProvidersInvalid");
            }
            aliases.add(alias.textValue());
        }));
        return aliases;
    }

    private Optional<Boolean> flag(JsonBody body, String field) {
        return body.value(field).map(value -> {
            if (!value.isBoolean()) {
                throw invalid(field, "orgSwitcherSetupNotTrueOrFalse", field);
            }
            return value.booleanValue();
        });
    }

    private WebApplicationException invalid(String field, String messageKey, Object... params) {
        return request.error(Status.BAD_REQUEST, field, messageKey, params);
    }
}
