package io.github.orgswitcher.setup;

import io.github.orgswitcher.platform.WholeFlows;
import io.github.orgswitcher.settings.SwitcherConfig;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The realm's browser flow, which a copy with the switcher in it replaces. */
final class BrowserFlow {

    private static final String REPLACED = "org-switcher.setup.browser-flow.replaced";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final MadeFlow made;

    BrowserFlow(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.made = new MadeFlow(session, realm, "browser-flow");
    }

    /** Whether the browser flow has the switcher, whoever put it there. */
    boolean hasSwitcher() {
        return boundRuns(SwitcherConfig.PROVIDER_ID);
    }

    /** Whether the browser flow has the sign-in by email, whoever put it there. */
    boolean hasEmail() {
        return boundRuns(FlowSteps.EMAIL);
    }

    /** Whether the sign-in by email asks for more than the email where the account has more. */
    boolean asksBesideEmail() {
        return new EmailAlone(session, realm)
                .steps(realm.getBrowserFlow())
                .findAny()
                .isEmpty();
    }

    /**
     * Makes the browser flow one with the switcher, or takes the made one back.
     *
     * @throws SetupRefusedException where there is no place for it in the browser flow, or others have changed the flow
     */
    void set(boolean on, ByEmail byEmail) {
        if (!on) {
            remove();
            return;
        }
        AuthenticationFlowModel bound = realm.getBrowserFlow();
        boolean settled = hasSwitcher() && (!made.isAsMade(bound) || made.isWanted(byEmail));
        if (settled && byEmail != ByEmail.NONE && !hasEmail()) {
            throw SetupRefusedException.conflict(
                    SetupRequest.PASSWORDLESS, "orgSwitcherSetupFlowOfOthers", bound.getAlias());
        }
        if (!settled) {
            replace(byEmail);
        }
    }

    private void replace(ByEmail byEmail) {
        remove();
        AuthenticationFlowModel original = realm.getBrowserFlow();
        realm.setBrowserFlow(made.remember(new FlowBuilder(session, realm).browser(original, byEmail), byEmail));
        realm.setAttribute(REPLACED, original.getId());
    }

    /** Takes back what the set-up has made. */
    void remove() {
        made.takeBack(steps -> steps.remove(Set.of(SwitcherConfig.PROVIDER_ID)), way -> {}, this::unbind);
        realm.removeAttribute(REPLACED);
    }

    private boolean boundRuns(String authenticator) {
        return new FlowSteps(realm, realm.getBrowserFlow()).run(authenticator);
    }

    private void unbind(AuthenticationFlowModel flow) {
        if (realm.getBrowserFlow().getId().equals(flow.getId())) {
            realm.setBrowserFlow(Optional.ofNullable(realm.getAttribute(REPLACED))
                    .map(realm::getAuthenticationFlowById)
                    .orElseGet(() -> new WholeFlows(session, realm).originalBrowser()));
        }
    }
}
