package io.github.orgswitcher.account;

import jakarta.ws.rs.WebApplicationException;
import org.keycloak.models.KeycloakSession;

/**
 * The way of REST calls to one organization that the caller manages.
 *
 * @param orgId the organization, from anywhere
 */
record ManagerDoor(KeycloakSession session, String orgId) {

    /**
     * Lets in who may look.
     *
     * @throws WebApplicationException as {@link AccountCall#toView} says; with 404 where the person manages no such organization
     */
    ManagerCall toView() {
        AccountCall call = AccountCall.toView(session);
        return Managing.byId(call.visit(), orgId)
                .map(managing -> new ManagerCall(call, managing))
                .orElseThrow(() -> ManagerCall.none(call));
    }

    /**
     * Lets in who may change something.
     *
     * @throws WebApplicationException as {@link #toView} says
     */
    ManagerCall toManage() {
        AccountCall call = AccountCall.toManage(session);
        return Managing.byId(call.visit(), orgId)
                .map(managing -> new ManagerCall(call, managing))
                .orElseThrow(() -> {
                    Managing.refusedAltogether(call.visit());
                    return ManagerCall.none(call);
                });
    }
}
