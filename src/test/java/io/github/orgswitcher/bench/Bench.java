package io.github.orgswitcher.bench;

import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * Prints what something costs, with the extension and without; asserts nothing. {@code mvn -Pbench} runs all of them. Each of
 * the two servers plays the social provider of the other's realms, which are not removed: both end with this process, and their
 * databases with them.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
abstract class Bench {

    static final String SCOPE = "openid organization";
    static final KeycloakServer EXTENDED = KeycloakServer.asShipped();
    static final KeycloakServer BARE = KeycloakServer.bare();

    /** A realm of one of the servers, in which nothing of the extension is on. */
    static TestRealm realm(KeycloakServer server) {
        return TestRealm.on(server, other(server));
    }

    /** A realm with the required action. */
    static TestRealm switcher() {
        TestRealm realm = realm(EXTENDED);
        realm.enableRequiredAction("org-switcher", Map.of());
        return realm;
    }

    static KeycloakServer other(KeycloakServer server) {
        return server.equals(BARE) ? EXTENDED : BARE;
    }

    static int bytes(Page page) {
        return page.document().outerHtml().getBytes(StandardCharsets.UTF_8).length;
    }
}
