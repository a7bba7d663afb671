package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.decision.SignIn;
import io.github.orgswitcher.decision.SignIn.Request;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The login of a case of the decision's table, in one browser: perhaps a session at the excluded application first, where a
 * choice is made only on the application's wish, and then the login that is foreseen.
 */
final class CaseLogin {

    /** The client that the realm's settings exclude. */
    static final String EXCLUDED = TestRealm.APP2;

    private final TestRealm realm;
    private final CaseSetUp person;
    private final SignIn signIn;
    private final UserAgent agent;
    private boolean hasSession;

    CaseLogin(TestRealm realm, CaseSetUp person, SignIn signIn) {
        this.realm = realm;
        this.person = person;
        this.signIn = signIn;
        this.agent = UserAgent.on(realm.server());
    }

    /** Opens a session in which nothing is chosen. */
    void open() {
        Page page = start(realm.app2(), Map.of("scope", "openid"));
        assertThat(page.left()).as("%s", page).isTrue();
        hasSession = true;
    }

    /** Opens a session in which an organization is chosen. */
    void openWith(String alias) {
        open();
        assertThat(switcher().goOn(alias).left()).isTrue();
    }

    /** Opens a session in which the person goes on with none. */
    void openWithNone() {
        open();
        assertThat(switcher().skip().left()).isTrue();
    }

    private Switcher switcher() {
        return Switcher.on(
                realm.app2().authorize(agent, Map.of("scope", "openid organization", "kc_action", "org-switcher")));
    }

    /** The application that signs the person in. */
    OidcClient client() {
        return clientId().equals(EXCLUDED) ? realm.app2() : realm.app();
    }

    String clientId() {
        return signIn.clientId().equals("app") ? TestRealm.APP : EXCLUDED;
    }

    /** What the application asks for. */
    Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("scope", "openid organization" + scopeValue());
        if (signIn.silent()) {
            request.put("prompt", "none");
        } else if (signIn.request() == Request.SELECT) {
            request.put("prompt", "select_account");
        }
        if (signIn.request() == Request.ACTION) {
            request.put(
                    "kc_action",
                    "org-switcher"
                            + (signIn.hint() == null || signIn.hintByScope() ? "" : ":" + person.alias(signIn.hint())));
        }
        return request;
    }

    private String scopeValue() {
        if (signIn.several()) {
            return ":*";
        }
        String alias = hintInScope();
        return alias == null ? "" : ":" + person.alias(alias);
    }

    /** The organization that the scope names; null where it names none. */
    @Nullable
    String hintInScope() {
        return signIn.hintByScope() ? signIn.hint() : null;
    }

    /** Signs in; ends at the application or at what stands in between. */
    Page run(OidcClient client) {
        return hasSession ? client.authorize(agent, request()) : start(client, request());
    }

    private Page start(OidcClient client, Map<String, String> parameters) {
        return switch (signIn.kind()) {
            case SOCIAL, ENTERPRISE -> client.signInBy(person.provider(), agent, person.username(), parameters);
            case PASSWORDLESS ->
                EmailSignIn.byCode(
                        client.authorize(agent, parameters), realm.server().mailbox(), person.email());
            case PASSWORD -> OidcClient.fillLogin(client.authorize(agent, parameters), person.username());
        };
    }
}
