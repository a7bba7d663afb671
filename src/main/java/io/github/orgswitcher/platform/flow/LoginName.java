package io.github.orgswitcher.platform.flow;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The name that a login goes by, whoever has it and whether or not anybody has.
 *
 * @param context what Keycloak hands to a step of it
 */
public record LoginName(AuthenticationFlowContext context) {

    private static final String KEPT = "org-switcher.kept-name";

    /**
     * Whether an earlier page has asked for it.
     *
     * @return whether it was typed
     */
    public boolean isTyped() {
        return typed().isPresent();
    }

    /**
     * What a page may propose: what was typed, or else what the application hints at, or else what the browser remembers.
     *
     * @return the name
     */
    public Optional<String> proposed() {
        return typed().or(() -> Optional.ofNullable(login().getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM)))
                .or(() -> Optional.ofNullable(AuthenticationManager.getRememberMeUsername(context.getSession())));
    }

    /**
     * Has the login go by a name, as if it had been typed.
     *
     * @param name the name
     */
    public void become(String name) {
        login().setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, name);
    }

    /** Leaves the name to what pages propose. Keycloak counts what fails from now on against nobody of that name. */
    void keepForThePage() {
        typed().ifPresent(name -> login().setAuthNote(KEPT, name));
        login().removeAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
    }

    private Optional<String> typed() {
        return Optional.ofNullable(login().getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME))
                .or(() -> Optional.ofNullable(login().getAuthNote(KEPT)));
    }

    /** Has Keycloak's page for the password ask for the name again. */
    public void askAgain() {
        login().removeAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN);
    }

    /**
     * Has the browser remember the person, or forget it, as the page's field {@code rememberMe} says.
     *
     * @param posted the posted form
     */
    public void rememberMe(MultivaluedMap<String, String> posted) {
        AuthenticatorUtils.processRememberMe(context, posted);
    }

    private AuthenticationSessionModel login() {
        return context.getAuthenticationSession();
    }
}
