package io.github.orgswitcher.platform.admin;

import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Tells Keycloak and its listeners what one administrator's request has changed. */
public final class AdminChanges {

    private final AdminEventBuilder events;

    AdminChanges(AdminEventBuilder events) {
        this.events = events;
    }

    /**
     * Makes an admin event, in the transaction of the request.
     *
     * @param type what was changed
     * @param operation what was done to it
     * @param representation what is there now, or was; null where there is nothing to show
     * @param path where it is
     */
    public void tell(ResourceType type, OperationType operation, @Nullable Object representation, String... path) {
        events.resource(type).operation(operation).resourcePath(path);
        if (representation != null) {
            events.representation(representation);
        }
        events.success();
    }
}
