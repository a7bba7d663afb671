package io.github.orgswitcher.passwordless;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.people.PeopleByEmail;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Who an address belongs to. */
sealed interface PersonByEmail {

    /** Nobody has it. */
    record Nobody() implements PersonByEmail {}

    /** One user has it. */
    record One(UserModel user) implements PersonByEmail {}

    /** Several have it, as a realm may allow; it does not tell which of them this is. */
    record Several() implements PersonByEmail {}

    /** Looks an address up, whichever way it is spelled on record. */
    static PersonByEmail find(KeycloakSession session, RealmModel realm, EmailAddress address) {
        List<UserModel> people = new PeopleByEmail(session, realm).having(address);
        return switch (people.size()) {
            case 0 -> new Nobody();
            case 1 -> new One(people.get(0));
            default -> new Several();
        };
    }
}
