package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.OrganizationRef;
import io.github.orgswitcher.platform.flow.LoginProof;
import io.github.orgswitcher.platform.mail.LinkPage;
import io.github.orgswitcher.settings.HelpContact;
import io.github.orgswitcher.settings.SwitcherConfig;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** How to leave the page with nothing chosen. Public, with getters, because FreeMarker reads it. */
public final class WaysOut {

    /** The name of these in a template. */
    public static final String NAME = "orgSwitcherWaysOut";

    /** Keycloak's own end of a session, which asks before it does. */
    private static final String SIGN_OUT = "protocol/openid-connect/logout";

    private final @Nullable OrganizationRef active;
    private final @Nullable String signOut;
    private final @Nullable HelpContact help;

    private WaysOut(@Nullable OrganizationRef active, @Nullable String signOut, @Nullable HelpContact help) {
        this.active = active;
        this.signOut = signOut;
        this.help = help;
    }

    static WaysOut of(LoginContext context, Optional<OrganizationRef> active) {
        KeycloakSession session = context.session();
        boolean inSession = new LoginProof(context.authSession()).isByCookie();
        return of(
                session,
                active.orElse(null),
                inSession ? signOut(session, context.authSession().getClient()).toString() : null);
    }

    /** Keycloak's page that says "You are logged out" has a link to the home of an application that it is told of. */
    private static URI signOut(KeycloakSession session, ClientModel client) {
        return UriBuilder.fromUri(new LinkPage(session).address(SIGN_OUT))
                .queryParam(OAuth2Constants.CLIENT_ID, "{client}")
                .build(client.getClientId());
    }

    /**
     * Those of a page.
     *
     * @param session the Keycloak session, with the realm in its context
     * @param active the organization that the session works in; null where there is none
     * @param signOut where the session ends; null where there is none yet
     * @return the ways
     */
    public static WaysOut of(KeycloakSession session, @Nullable OrganizationRef active, @Nullable String signOut) {
        return new WaysOut(
                active,
                signOut,
                SwitcherConfig.of(session, session.getContext().getRealm())
                        .page()
                        .help());
    }

    /**
     * The organization that the session works in and goes on with.
     *
     * @return its id; null where there is none
     */
    public @Nullable String getKeptId() {
        return active == null ? null : active.id();
    }

    /**
     * The same by its name.
     *
     * @return the name; null where there is none
     */
    public @Nullable String getKeptName() {
        return active == null ? null : active.name();
    }

    /**
     * Where the session ends: a login that is started over within it ends at the same account.
     *
     * @return the address; null where there is no session yet
     */
    public @Nullable String getSignOut() {
        return signOut;
    }

    /**
     * Who to turn to.
     *
     * @return a sentence; null where there is none
     */
    public @Nullable String getHelpText() {
        return help == null || help.link() ? null : help.text();
    }

    /**
     * The same where it is a link.
     *
     * @return an {@code https} or {@code mailto} address; null where there is none
     */
    public @Nullable String getHelpLink() {
        return help == null || !help.link() ? null : help.text();
    }
}
