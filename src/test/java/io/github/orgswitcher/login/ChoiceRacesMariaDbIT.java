package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.KeycloakNode;
import io.github.orgswitcher.testing.KeycloakServer;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.UserAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same on MariaDB with its defaults, where transactions read repeatably. */
final class ChoiceRacesMariaDbIT extends ChoiceRacesIT {

    private KeycloakNode asShipped;

    @BeforeAll
    void startNode() {
        asShipped = KeycloakNode.besideMariaDb();
        realm().allowBroker(asShipped.baseUri());
    }

    @AfterAll
    void stopNode() {
        asShipped.close();
    }

    @Override
    protected KeycloakServer server() {
        return KeycloakServer.onMariaDb();
    }

    /**
     * At a node that reads what is committed, as the extension has it: where Keycloak reads repeatably, its cache has organizations of
     * the person's other tabs that its own look does not find, and it fails ({@code OrganizationScope}).
     */
    @Override
    OidcClient limitedApp() {
        return realm().appAt(asShipped.baseUri());
    }

    @Override
    UserAgent limitedBrowser() {
        return UserAgent.at(asShipped.baseUri(), server().baseUri());
    }
}
