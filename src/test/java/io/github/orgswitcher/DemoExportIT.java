package io.github.orgswitcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.orgswitcher.demo.DemoFiles;
import io.github.orgswitcher.demo.DemoServer;
import io.github.orgswitcher.demo.Ports;
import io.github.orgswitcher.testing.Distribution;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** The demo's realms, exported as an operator does and imported into an empty server, offer the same to the same people. */
class DemoExportIT {

    private static final List<String> PEOPLE =
            List.of("alice@acme.example", "bob@eu.globex.example", "carol@freelance.example", "erin@gmail.com");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory = Distribution.directory("demo-export");
    private final Path home = directory.resolve("keycloak");

    @Test
    void importedRealmGivesTheSameOffers() throws IOException, InterruptedException {
        Distribution.copyTo(home);
        // The same ports for both: the realms hold the addresses.
        Ports ports = Ports.free();
        DemoFiles files = DemoFiles.of(Path.of("."), home, Distribution.providerJar());
        Map<String, List<String>> offers;
        try (DemoServer demo = DemoServer.start(ports, files)) {
            openInitechTo("freelance.example", demo);
            offers = offers(demo);
        }
        assertThat(offers)
                .containsEntry("alice@acme.example", List.of("acme", "acme-labs"))
                .containsEntry("bob@eu.globex.example", List.of("globex"))
                .containsEntry("carol@freelance.example", List.of("initech"))
                .containsEntry("erin@gmail.com", List.of());

        Path exported = export();
        DemoFiles imported = new DemoFiles(
                home, files.providerJar(), exported, files.app(), files.themes(), directory.resolve("imported.log"));
        try (DemoServer empty = DemoServer.start(ports, imported)) {
            assertThat(offers(empty)).isEqualTo(offers);
        }
    }

    /** A change that the realm's file does not know. */
    private static void openInitechTo(String domain, DemoServer demo) {
        try (Keycloak admin =
                Keycloak.getInstance(demo.ports().keycloakUrl(), "master", "admin", "admin", "admin-cli")) {
            OrganizationRepresentation initech = admin.realm("demo")
                    .organizations()
                    .search("Initech", true, 0, 1)
                    .get(0);
            initech.setAttributes(Map.of("org-switcher.allowed-domains", List.of(domain)));
            admin.realm("demo")
                    .organizations()
                    .get(initech.getId())
                    .update(initech)
                    .close();
        }
    }

    private static Map<String, List<String>> offers(DemoServer demo) {
        Map<String, List<String>> offers = new TreeMap<>();
        PEOPLE.forEach(person -> offers.put(person, offers(demo, person)));
        return offers;
    }

    /** Aliases of the organizations that someone may join after the social login. */
    private static List<String> offers(DemoServer demo, String person) {
        URI login = URI.create(demo.ports().keycloakUrl()
                + "/realms/demo/protocol/openid-connect/auth?client_id=demo-app&response_type=code&scope=openid"
                + "&kc_idp_hint=social&code_challenge_method=S256&code_challenge=" + "x".repeat(43) + "&redirect_uri="
                + demo.ports().appUrl() + "/");
        Page page = UserAgent.at(login).open(login).submit("#kc-login", Map.of("username", person, "password", "demo"));
        assertThat(page.has("form#org-switcher")).as(page.toString()).isTrue();
        return page.document().select("button[name=join]").stream()
                .map(button -> button.id().replace("org-switcher-join-", ""))
                .toList();
    }

    /** {@code kc.sh export} of the stopped server, without the master realm, which an empty server has. */
    private Path export() throws IOException, InterruptedException {
        Path all = directory.resolve("all.json");
        Path log = directory.resolve("export.log");
        // As the demo itself: on the embedded database, in the development profile.
        ProcessBuilder export = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(), "--profile=dev", "export", "--file=" + all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        export.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("QUARKUS_"));
        assertThat(export.start().waitFor()).as(Files.readString(log)).isZero();
        ArrayNode realms = JSON.createArrayNode();
        for (JsonNode realm : JSON.readTree(all.toFile())) {
            if (!realm.path("realm").asText().equals("master")) {
                realms.add(realm);
            }
        }
        assertThat(realms).hasSize(2);
        Path exported = directory.resolve("exported.json");
        JSON.writeValue(exported.toFile(), realms);
        return exported;
    }
}
