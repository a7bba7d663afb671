package io.github.orgswitcher.login;

import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Tokens;
import io.github.orgswitcher.testing.UserAgent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/** A realm with organizations that let people in, and the required action on: no flow is edited. */
abstract class SwitcherSuite extends KeycloakSuite {

    static final Map<String, String> ORGANIZATION = Map.of("scope", "openid organization");

    String acme;
    String labs;
    String globex;
    String initech;

    @BeforeAll
    void addOrganizations() {
        acme = organization("Acme", "acme", "acme.example");
        labs = organization("Acme Labs", "acme-labs", "acme.example");
        globex = organization("Globex", "globex", "globex.example", "*.globex.example");
        initech = organization("Initech", "initech");
        realm().enableRequiredAction("org-switcher", settings());
    }

    /** The realm's settings; the defaults where a test says nothing else. */
    Map<String, String> settings() {
        return Map.of();
    }

    String organization(String name, String alias, String... domains) {
        Map<String, List<String>> attributes =
                domains.length == 0 ? Map.of() : Map.of("org-switcher.allowed-domains", List.of(domains));
        return realm().organization(name, alias, attributes);
    }

    /** A browser of somebody new, whose social account has this address. */
    Person person(String username, String email) {
        return person(username, email, true);
    }

    Person person(String username, String email, boolean verified) {
        realm().socialUser(username, email, verified);
        return new Person(username, UserAgent.on(server()));
    }

    /** Somebody at a browser. */
    final class Person {

        final String username;
        final UserAgent agent;

        Person(String username, UserAgent agent) {
            this.username = username;
            this.agent = agent;
        }

        /** The same person at another browser. */
        Person elsewhere() {
            return new Person(username, UserAgent.on(server()));
        }

        /** Signs in to the application, with the organization scope. */
        Page signIn(OidcClient client) {
            return signIn(client, Map.of());
        }

        Page signIn(OidcClient client, Map<String, String> extra) {
            Map<String, String> parameters = new LinkedHashMap<>(ORGANIZATION);
            parameters.putAll(extra);
            return client.signInSocially(agent, username, parameters);
        }

        /** Goes to the application with the session there is. */
        Page open(OidcClient client, Map<String, String> extra) {
            Map<String, String> parameters = new LinkedHashMap<>(ORGANIZATION);
            parameters.putAll(extra);
            return client.authorize(agent, parameters);
        }

        Page open(OidcClient client) {
            return open(client, Map.of());
        }

        String id() {
            return realm().userId(username);
        }
    }

    /** The claim's organizations in the access token that a login has ended with. */
    static List<String> organizations(OidcClient client, Page page) {
        return organizations(client.tokens(page));
    }

    static List<String> organizations(Tokens tokens) {
        List<String> aliases = new ArrayList<>();
        tokens.accessClaims().path("organization").forEach(alias -> aliases.add(alias.asText()));
        return aliases;
    }
}
