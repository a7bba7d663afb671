package io.github.orgswitcher.bench;

import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.util.Map;

/**
 * Somebody who signs in socially again and again, with a session at the provider, so that no password hash hides what else a
 * login costs.
 */
final class Visitor {

    private static final String SCOPE = "openid organization";

    private final TestRealm realm;
    private final OidcClient app;
    private final URI session;
    private final UserAgent agent;
    private final String username;

    private Visitor(TestRealm realm, URI node, URI provider, String username) {
        this.realm = realm;
        this.app = realm.appAt(node);
        this.session = URI.create(node + "/realms/" + realm.name());
        this.agent = UserAgent.at(node, provider);
        this.username = username;
    }

    /**
     * Somebody new, who has signed in once.
     *
     * @param provider the server with the social realm
     */
    static Visitor of(TestRealm realm, KeycloakServer provider, String username, String email) {
        return at(realm.server().baseUri(), realm, provider, username, email);
    }

    /** The same at one of the server's nodes. */
    static Visitor at(URI node, TestRealm realm, KeycloakServer provider, String username, String email) {
        realm.socialUser(username, email, true);
        Visitor visitor = new Visitor(realm, node, provider.baseUri(), username);
        Page page = visitor.visit(Map.of("scope", SCOPE));
        if (page.has("#org-switcher-skip")) {
            page.submit("#org-switcher-skip");
        }
        return visitor;
    }

    String id() {
        return realm.userId(username);
    }

    /** A login that shows no page, in a browser that has no session in the realm. */
    Tokens tokens(String scope) {
        return app.tokens(visit(Map.of("scope", scope)));
    }

    /** A login up to the page. */
    Page page() {
        Page page = visit(Map.of("scope", SCOPE, "prompt", "select_account"));
        if (!page.has("#org-switcher")) {
            throw new AssertionError("Not the switcher: " + page);
        }
        return page;
    }

    /** A login up to a page of Keycloak's own. */
    Page profile() {
        return visit(Map.of("scope", SCOPE, "kc_action", "UPDATE_PROFILE"));
    }

    /** A login that goes on with an organization, chosen on the page or named by the application, and the logout. */
    void comeAndGo(String alias, boolean byPage) {
        Tokens tokens = byPage
                ? app.tokens(page().submit("#org-switcher-continue-" + alias))
                : tokens("openid organization:" + alias);
        app.logout(tokens);
    }

    private Page visit(Map<String, String> parameters) {
        agent.forget(session);
        return app.signInSocially(agent, username, parameters);
    }
}
