package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.decision.Standing.Choice;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.StandingReader;
import io.github.orgswitcher.platform.account.Impersonator;
import io.github.orgswitcher.platform.flow.LoginSession;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.token.OrganizationNote;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A visit on the way of a login, as an application asks for it by {@code kc_action}.
 *
 * @param context what Keycloak hands to the action
 */
public record LoginVisit(RequiredActionContext context) implements Visit {

    @Override
    public KeycloakSession session() {
        return context.getSession();
    }

    @Override
    public UserModel user() {
        return context.getUser();
    }

    @Override
    public boolean isImpersonated() {
        return LoginSession.of(session(), login()).flatMap(Impersonator::of).isPresent();
    }

    @Override
    public SignInKind kind() {
        return new SignInKindReader(session(), login()).read();
    }

    @Override
    public @Nullable Choice choice() {
        return new ChosenNotes(login()).read().map(Chosen::choice).orElseGet(() -> ActiveOrganization.of(
                        session(), login())
                .choice(user()));
    }

    @Override
    public EventBuilder event() {
        return context.getEvent();
    }

    /** As if it had been chosen on the switcher's page: the step goes on with it when the login does. */
    @Override
    public void remember(Chosen chosen) {
        new ChosenNotes(login()).keep(chosen);
        new SwitcherNotes(login()).done();
    }

    /** A login that would have gone on with it, or with whatever its scope asks for, is decided anew once the visit is over. */
    @Override
    public void forget(String orgId) {
        ChosenNotes chosen = new ChosenNotes(login());
        Choice goingOn = goingOn();
        if (goingOn == null || orgId.equals(goingOn.orgId())) {
            new SwitcherNotes(login()).overtaken();
        }
        chosen.forget(orgId);
        ActiveOrganization.forget(login(), orgId);
        LoginSession.of(session(), login())
                .ifPresent(userSession -> new SwitcherSession(session(), userSession).forget(orgId));
    }

    /** Where nobody goes on without an organization, nobody goes on with one that they have lost on the way. */
    void requireMembership() {
        RealmModel realm = context.getRealm();
        Choice goingOn = goingOn();
        if (goingOn != null
                && goingOn.orgId() != null
                && SwitcherConfig.of(session(), realm).settings().membershipRequired()
                && !new StandingReader(session()).isMember(user(), goingOn.orgId())) {
            forget(goingOn.orgId());
        }
    }

    private @Nullable Choice goingOn() {
        return new ChosenNotes(login())
                .read()
                .map(Chosen::choice)
                .orElseGet(() -> OrganizationNote.choice(login().getClientNote(OrganizationNote.NAME)));
    }

    private AuthenticationSessionModel login() {
        return context.getAuthenticationSession();
    }
}
