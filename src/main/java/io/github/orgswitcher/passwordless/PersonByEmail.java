package io.github.orgswitcher.passwordless;

import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
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

    /**
     * Looks an address up. Only the very same address counts: a database may hold letters with and without accents for
     * equal, and they are other mailboxes.
     */
    static PersonByEmail find(KeycloakSession session, RealmModel realm, String address) {
        try {
            UserModel user = session.users().getUserByEmail(realm, address);
            return user != null && address.equals(user.getEmail().toLowerCase(Locale.ROOT))
                    ? new One(user)
                    : new Nobody();
        } catch (ModelDuplicateException e) {
            return new Several();
        }
    }
}
