package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Grants without a browser behave as without the extension, under the strictest settings. */
class GrantsIT extends SwitcherSuite {

    @Override
    Map<String, String> settings() {
        return Map.of(
                "intercept",
                "SOCIAL##ENTERPRISE##PASSWORDLESS##PASSWORD",
                "membershipRequired",
                "true",
                "show",
                "ALWAYS");
    }

    @Test
    void directGrantAndRefreshAreLeftAlone() {
        realm().user("paula", "paula@acme.example");
        JsonNode with = stable(refreshed(realm().app()));

        switchOff();
        JsonNode without = stable(refreshed(realm().app()));
        realm().enableRequiredAction("org-switcher", settings());

        assertThat(with).isEqualTo(without);
        assertThat(realm().resource()
                        .users()
                        .get(realm().userId("paula"))
                        .toRepresentation()
                        .getRequiredActions())
                .isEmpty();
    }

    @Test
    void clientCredentialsAreLeftAlone() {
        JsonNode with = stable(realm().service().clientCredentials());

        switchOff();
        JsonNode without = stable(realm().service().clientCredentials());
        realm().enableRequiredAction("org-switcher", settings());

        assertThat(with).isEqualTo(without);
    }

    @Test
    void passwordLoginInABrowserIsInterceptedWhereTheRealmSaysSo() {
        realm().user("peter", "peter@acme.example");
        var agent = UserAgent.on(server());

        Switcher switcher = Switcher.on(OidcClient.fillLogin(realm().app().authorize(agent, ORGANIZATION), "peter"));

        assertThat(switcher.offers()).containsExactly("acme", "acme-labs");
        assertThat(switcher.canSkip()).isFalse();
        assertThat(Switcher.on(switcher.post("skip", "true")).choiceError()).isNotEmpty();
    }

    @Test
    void formThatPretendsToBeADirectGrantIsAskedAllTheSame() {
        realm().user("petra", "petra@acme.example");
        var agent = UserAgent.on(server());
        Page login = realm().app().authorize(agent, ORGANIZATION);
        Page password = login.submit("#kc-login", Map.of("username", "petra", "grant_type", "password"));

        Page page = password.submit("#kc-login", Map.of("password", TestRealm.PASSWORD, "grant_type", "password"));

        assertThat(Switcher.on(page).canSkip()).isFalse();
        assertThat(Switcher.on(page.post(Map.of("skip", "true", "grant_type", "password")))
                        .choiceError())
                .isNotEmpty();
    }

    private static Tokens refreshed(OidcClient client) {
        return client.refresh(client.directGrant("paula"));
    }

    private void switchOff() {
        var action = realm().resource().flows().getRequiredAction("org-switcher");
        action.setEnabled(false);
        realm().resource().flows().updateRequiredAction("org-switcher", action);
    }

    /** The claims that do not differ from one token to the next. */
    private static JsonNode stable(Tokens tokens) {
        ObjectNode claims = tokens.accessClaims().deepCopy();
        return claims.remove(List.of("jti", "iat", "exp", "sid", "auth_time"));
    }
}
