package io.github.orgswitcher.platform.admin;

import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** Somebody who has no account yet. */
public final class Newcomer {

    private Newcomer() {}

    /**
     * The user that the person would become, with what a realm gives everybody; it is stored nowhere.
     *
     * @param session the Keycloak session
     * @param realm the realm
     * @param email the person's address, as proven
     * @return the user
     */
    public static UserModel of(KeycloakSession session, RealmModel realm, String email) {
        InMemoryUserAdapter user =
                new InMemoryUserAdapter(session, realm, UUID.randomUUID().toString());
        user.addDefaults();
        user.setEmail(email);
        user.setEmailVerified(true);
        return user;
    }
}
