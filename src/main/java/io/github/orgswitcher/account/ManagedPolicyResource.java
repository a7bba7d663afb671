package io.github.orgswitcher.account;

import io.github.orgswitcher.management.ManagedPolicy;
import io.github.orgswitcher.policy.PolicySetting;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.rest.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** {@code organizations/{orgId}/policy}: what managers may change of an organization's policy. */
@SecurityRequirement(name = "account")
public final class ManagedPolicyResource {

    private final ManagerDoor door;

    ManagedPolicyResource(ManagerDoor door) {
        this.door = door;
    }

    /**
     * Reads the settings.
     *
     * @return those that managers may change
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reads what managers may change of an organization's policy.")
    public ManagedPolicyRepresentation read() {
        return ManagedPolicyRepresentation.of(new ManagedPolicy(door.toView().organization()).read());
    }

    /**
     * Changes the settings. What the body does not name stays as it is, null gives a setting its default back, but for the join mode,
     * which must be one; what reading gives may be sent back as it is.
     *
     * @param body values of settings as JSON
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes what managers may change of an organization's policy.",
            description =
                    "What the body does not name stays as it is; null gives a setting its default back, but for joinMode,"
                            + " which must be one.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ManagedPolicyRepresentation.class)))
    @APIResponse(responseCode = "204", description = "Changed, or already so")
    public void change(InputStream body) {
        ManagerCall manager = door.toManage();
        Set<String> fields =
                PolicySettings.ALL.stream().map(PolicySetting::field).collect(Collectors.toUnmodifiableSet());
        Map<String, @Nullable Object> values = values(manager, body, fields);
        manager.carryOut(fields, own -> new ManagedPolicy(own).change(values));
    }

    private static Map<String, @Nullable Object> values(ManagerCall manager, InputStream body, Set<String> fields) {
        Set<String> known = new HashSet<>(fields);
        known.add(ManagedPolicyRepresentation.SETTINGS);
        JsonBody json = JsonBody.read(manager.call(), body, known);
        Map<String, @Nullable Object> values = new HashMap<>();
        fields.stream().filter(json::has).forEach(field -> values.put(field, json.plain(field)));
        return values;
    }
}
