package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.membership.Chosen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A signed-in person who has come to see to organizations, and not to sign in. */
public interface Visit {

    /**
     * The request's session.
     *
     * @return the Keycloak session
     */
    KeycloakSession session();

    /**
     * The person.
     *
     * @return the user
     */
    UserModel user();

    /**
     * Who that is, for the person to see.
     *
     * @return the email address, or else the username
     */
    default String account() {
        return Optional.ofNullable(user().getEmail()).orElseGet(user()::getUsername);
    }

    /**
     * Whether an administrator acts in the person's name.
     *
     * @return whether the session is not the person's own
     */
    boolean isImpersonated();

    /**
     * How the person signed in.
     *
     * @return the kind of the latest proof
     */
    SignInKind kind();

    /**
     * What the person works in.
     *
     * @return the choice; null where nothing was chosen
     */
    @Nullable
    Choice choice();

    /**
     * An event about the person.
     *
     * @return the event, to be told of what was done
     */
    EventBuilder event();

    /**
     * Has the session work in an organization.
     *
     * @param chosen what was chosen
     */
    void remember(Chosen chosen);

    /**
     * Takes an organization out of the session where it works in it.
     *
     * @param orgId the organization
     */
    void forget(String orgId);
}
