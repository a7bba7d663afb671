package io.github.orgswitcher.account;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing.Choice;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A signed-in person who has come by one of the doors. */
interface Visit {

    KeycloakSession session();

    UserModel user();

    /** How the person signed in. */
    SignInKind kind();

    /** What the person works in; null where nothing was chosen. */
    @Nullable
    Choice choice();

    /** A new event about the person. */
    EventBuilder event();

    /** Takes an organization out of the session where it works in it. */
    void forget(String orgId);
}
