package io.github.orgswitcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The application: its files, and the configuration that tells it where Keycloak and the inbox are. */
final class AppPages implements Pages {

    private static final Map<String, String> TYPES = Map.of(
            ".html", "text/html; charset=utf-8",
            ".css", "text/css; charset=utf-8",
            ".js", "text/javascript; charset=utf-8",
            ".svg", "image/svg+xml");

    private final Path folder;
    private final byte[] config;

    AppPages(Path folder, Ports ports) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.config = new ObjectMapper()
                .writeValueAsBytes(Map.of(
                        "authority",
                        ports.keycloakUrl() + "/realms/demo",
                        "clientId",
                        "demo-app",
                        "admin",
                        ports.keycloakUrl() + "/admin/master/console/#/demo/organizations",
                        "inbox",
                        ports.mailUrl()));
    }

    @Override
    public Optional<Answer> find(String path) throws IOException {
        if (path.equals("/config.json")) {
            return Optional.of(Answer.json(config));
        }
        String name = path.equals("/") ? "index.html" : path.substring(1);
        String type = TYPES.get(name.substring(Math.max(0, name.lastIndexOf('.'))));
        Path file = folder.resolve(name).normalize();
        if (type == null || !file.startsWith(folder) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(Answer.of(type, Files.readAllBytes(file)));
    }
}
