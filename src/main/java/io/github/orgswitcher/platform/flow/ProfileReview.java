package io.github.orgswitcher.platform.flow;

import java.util.Map;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;

/**
 * Something that a person has typed on Keycloak's page about a new account, in place of what the identity provider has told
 * ({@code IdpReviewProfileAuthenticator}). Nobody has the account yet.
 *
 * @param event Keycloak's event
 */
public record ProfileReview(Event event) {

    /**
     * Whether an event tells of that page.
     *
     * @param event any event
     * @return whether it does
     */
    public static boolean isIn(Event event) {
        return UserProfileContext.IDP_REVIEW.name().equals(details(event).get(Details.CONTEXT));
    }

    /**
     * Whether the address was typed.
     *
     * @return whether it is another one than before
     */
    public boolean isOfAddress() {
        return event.getType() == EventType.UPDATE_EMAIL;
    }

    /**
     * Whether the user name was typed.
     *
     * @return whether it is another one than before
     */
    public boolean isOfName() {
        return details(event).containsKey(Details.PREF_UPDATED + UserModel.USERNAME);
    }

    private static Map<String, String> details(Event event) {
        return event.getDetails() == null ? Map.of() : event.getDetails();
    }
}
