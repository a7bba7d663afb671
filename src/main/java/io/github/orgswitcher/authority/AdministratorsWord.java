package io.github.orgswitcher.authority;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/** An administrator vouches by hand: by verifying, and not by saving somebody who was verified before. */
record AdministratorsWord(KeycloakSession session, AddressProofs proofs) {

    /**
     * Takes the word that an administrator has given of somebody, if it was one.
     *
     * @param mayVouch whether the call can say that an address is verified
     */
    void read(UserModel user, AdminEvent event, boolean mayVouch) {
        if (!user.isEmailVerified()
                || !isMade(event)
                        && new VerifiedBefore(session, user.getId())
                                .had(user.getEmail())
                                .orElse(true)) {
            return;
        }
        if (mayVouch && saysVerified(event)) {
            proofs.saveOwn(user);
        } else {
            // Keycloak leaves the mark of another address.
            proofs.doubt(user);
        }
    }

    private static boolean saysVerified(AdminEvent event) {
        try {
            return event.getRepresentation() == null
                    || JsonSerialization.readValue(event.getRepresentation(), JsonNode.class)
                            .path("emailVerified")
                            .asBoolean();
        } catch (IOException e) {
            return false;
        }
    }

    /** A partial import makes anew whomever it overwrites, and tells of it when that has been committed. */
    private static boolean isMade(AdminEvent event) {
        return event.getOperationType() == OperationType.CREATE || event.getResourceType() == ResourceType.REALM;
    }
}
