package io.github.orgswitcher.veto;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/**
 * What is about to be written, and passes all rules of the extension and the realm.
 *
 * @param act what is done
 * @param user the person who comes in, or asks to
 * @param organization the organization; null for {@link Act#CREATE}
 * @param organizationName its name; of one that is to be created as the person has typed it, made tidy
 */
public record JoinAttempt(Act act, UserModel user, @Nullable OrganizationModel organization, String organizationName) {

    /** What is done. */
    public enum Act {
        /** The person joins by a press. */
        JOIN,
        /** The person is joined with no question. */
        JOIN_AUTOMATICALLY,
        /** The person asks to join. */
        REQUEST,
        /** Somebody who may approves what the person has asked. */
        APPROVE,
        /** An administrator makes the person a member, who has not asked. */
        ADD,
        /**
         * The person accepts an invitation: on a page of the extension, by its REST, or by Keycloak's own link. Whoever registers by that
         * link is nobody yet, with the address that was invited.
         */
        ACCEPT,
        /** The person creates an organization, and becomes its first member. */
        CREATE
    }
}
