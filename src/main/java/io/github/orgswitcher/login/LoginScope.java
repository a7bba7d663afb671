package io.github.orgswitcher.login;

import io.github.orgswitcher.platform.OrganizationScopes;
import io.github.orgswitcher.platform.flow.WaitingDevice;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The scope that a login ends with: code, tokens and refresh tokens all take it from one client note, once the required
 * actions are through. Client notes outlive a restart of the login, so what was asked for is kept beside it.
 */
final class LoginScope {

    /** Client note: the scope that the application asked for, empty for none. It is there once something was chosen. */
    private static final String REQUESTED = "org-switcher.requested-scope";

    private final KeycloakSession session;
    private final AuthenticationSessionModel authSession;

    LoginScope(KeycloakSession session, AuthenticationSessionModel authSession) {
        this.session = session;
        this.authSession = authSession;
    }

    /** Keeps what was asked for, before the first choice of a login. */
    void keep() {
        if (!isKept()) {
            String scope = scope();
            authSession.setClientNote(REQUESTED, scope == null ? "" : scope);
        }
    }

    /** Whether something was chosen in this login, or in one that was started over since. */
    boolean isKept() {
        return authSession.getClientNote(REQUESTED) != null;
    }

    /** Goes back to what was asked for. */
    void restore() {
        String requested = authSession.getClientNote(REQUESTED);
        authSession.removeClientNote(REQUESTED);
        if (requested != null && !requested.isEmpty() && !requested.equals(scope())) {
            set(requested);
        }
    }

    /**
     * Sees to it that the scope can carry what was chosen.
     *
     * @param alias the organization's; null for none
     */
    void carry(@Nullable String alias) {
        String scope = scope();
        if (scope != null) {
            String carrying = new RequestedScope(session, scope).carrying(alias);
            if (!carrying.equals(scope)) {
                set(carrying);
            }
        }
    }

    /** Whether it names organizations, so that it says all by itself. */
    boolean namesOrganizations() {
        RequestedScope scope = new RequestedScope(session, scope());
        return scope.asksForAll() || !scope.aliases().isEmpty();
    }

    private @Nullable String scope() {
        return authSession.getClientNote(OAuth2Constants.SCOPE);
    }

    private void set(String scope) {
        authSession.setClientNote(OAuth2Constants.SCOPE, scope);
        WaitingDevice.of(session, authSession).ifPresent(device -> device.grant(scope));
        new OrganizationScopes(session).reread(authSession);
    }
}
