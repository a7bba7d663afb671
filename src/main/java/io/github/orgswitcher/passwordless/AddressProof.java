package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What a login brings to the question whose account an address opens.
 *
 * @param address the address that the login has proven
 * @param expectedId the user that it must be; null where the address tells
 * @param provenId the user whom the login has proven before in another way; null where there is none
 * @param mayCreate whether the owner of an address that nobody rightly has gets a new account
 * @param agreed whether the person has chosen a new account, knowing that there is an older one
 * @param attributes what an identity provider has told of the person, for a new account
 * @param login the event of the login so far
 * @param connection where the person comes from
 */
record AddressProof(
        EmailAddress address,
        @Nullable String expectedId,
        @Nullable String provenId,
        boolean mayCreate,
        boolean agreed,
        Map<String, List<String>> attributes,
        Event login,
        ClientConnection connection) {

    /** An event of the login that is stored, or not, together with what happens in this session. */
    EventBuilder event(KeycloakSession session, RealmModel realm, EventType type, UserModel user) {
        EventBuilder event = new EventBuilder(realm, session, connection)
                .event(type)
                .client(login.getClientId())
                .user(user);
        if (login.getDetails() != null) {
            login.getDetails().forEach(event::detail);
        }
        // What was typed in this login is not of this event.
        return event.removeDetail(Details.USERNAME);
    }
}
