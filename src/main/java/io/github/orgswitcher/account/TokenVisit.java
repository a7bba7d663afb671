package io.github.orgswitcher.account;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.login.SwitcherSession;
import io.github.orgswitcher.platform.account.TokenBearer;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A person for whom an application calls, with a token of the person's session. */
record TokenVisit(KeycloakSession session, TokenBearer bearer) implements Visit {

    @Override
    public UserModel user() {
        return bearer.user();
    }

    @Override
    public SignInKind kind() {
        return inSession().kind();
    }

    @Override
    public @Nullable Choice choice() {
        return inSession().choiceAt(bearer.client());
    }

    @Override
    public EventBuilder event() {
        return inSession().event(bearer.client());
    }

    @Override
    public void forget(String orgId) {
        inSession().forget(orgId);
    }

    private SwitcherSession inSession() {
        return new SwitcherSession(session, bearer.userSession());
    }
}
