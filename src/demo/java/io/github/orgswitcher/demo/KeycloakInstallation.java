package io.github.orgswitcher.demo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * An unpacked Keycloak, made ready for the demo.
 *
 * @param home its folder
 */
record KeycloakInstallation(Path home) {

    /**
     * Puts the extension, the realms and the themes in, and throws the last run's data away.
     *
     * @param files what to put in
     * @throws IOException where a file cannot be written
     */
    void prepare(DemoFiles files) throws IOException {
        Path data = home.resolve("data");
        FileTree.delete(data);
        Path imports = Files.createDirectories(data.resolve("import"));
        Files.copy(files.realmFile(), imports.resolve("realm-export.json"));
        FileTree.copy(files.themes(), home.resolve("themes"));
        install(files.providerJar());
    }

    private void install(Path providerJar) throws IOException {
        Path providers = Files.createDirectories(home.resolve("providers"));
        Path installed = providers.resolve("keycloak-org-switcher.jar");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(providers, "*.jar")) {
            for (Path jar : jars) {
                if (!jar.equals(installed)) {
                    Files.delete(jar);
                }
            }
        }
        // A jar that is the same keeps its time: Keycloak builds itself anew, half a minute, when that changes.
        if (!Files.exists(installed) || Files.mismatch(providerJar, installed) != -1) {
            Files.copy(providerJar, installed, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
