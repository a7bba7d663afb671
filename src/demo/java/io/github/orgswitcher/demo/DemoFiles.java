package io.github.orgswitcher.demo;

import java.nio.file.Path;

/**
 * What the demo is made of.
 *
 * @param keycloakHome an unpacked Keycloak; its data, its providers and its built state become the demo's
 * @param providerJar the extension
 * @param realmFile the realms
 * @param app the folder with the application's files
 * @param themes the folder with themes beside the extension's own
 * @param log the file that takes what Keycloak prints
 */
public record DemoFiles(Path keycloakHome, Path providerJar, Path realmFile, Path app, Path themes, Path log) {

    /**
     * The files of a checkout.
     *
     * @param project the project's folder
     * @param keycloakHome an unpacked Keycloak
     * @param providerJar the extension
     * @return the files; the log lies beside Keycloak's folder
     */
    public static DemoFiles of(Path project, Path keycloakHome, Path providerJar) {
        return new DemoFiles(
                keycloakHome,
                providerJar,
                project.resolve("realm-export.json"),
                project.resolve("src/demo/app"),
                project.resolve("src/demo/themes"),
                keycloakHome.resolveSibling("keycloak.log"));
    }
}
