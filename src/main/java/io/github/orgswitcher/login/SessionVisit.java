package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.platform.account.Impersonator;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * A visit within a session, outside any login.
 *
 * @param session the Keycloak session
 * @param userSession the session of the person
 * @param client the application that calls with the person's token; null for a page
 */
public record SessionVisit(
        KeycloakSession session,
        UserSessionModel userSession,
        @Nullable ClientModel client) implements Visit {

    @Override
    public UserModel user() {
        return userSession.getUser();
    }

    @Override
    public boolean isImpersonated() {
        return Impersonator.of(userSession).isPresent();
    }

    @Override
    public SignInKind kind() {
        return known().kind();
    }

    @Override
    public @Nullable Choice choice() {
        return client == null ? known().choice() : known().choiceAt(client);
    }

    @Override
    public EventBuilder event() {
        return known().event(client);
    }

    @Override
    public void remember(Chosen chosen) {
        known().remember(chosen);
    }

    @Override
    public void forget(String orgId) {
        known().forget(orgId);
    }

    private SwitcherSession known() {
        return new SwitcherSession(session, userSession);
    }
}
