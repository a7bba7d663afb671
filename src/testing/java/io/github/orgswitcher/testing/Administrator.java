package io.github.orgswitcher.testing;

import java.net.URI;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;

/** The first administrator of a test server. */
final class Administrator {

    static final String USERNAME = "admin";
    static final String PASSWORD = "admin";

    static final Map<String, String> BOOTSTRAP_ENVIRONMENT =
            Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", USERNAME, "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);

    private Administrator() {}

    static Keycloak client(URI baseUri) {
        return Keycloak.getInstance(baseUri.toString(), "master", USERNAME, PASSWORD, "admin-cli");
    }
}
