package io.github.orgswitcher.testing;

import java.nio.file.Path;

/** What the build hands to the tests as system properties. */
final class FixtureSettings {

    private FixtureSettings() {}

    static String keycloakVersion() {
        return required("keycloak.version");
    }

    /** The unpacked distribution; read only. */
    static Path distribution() {
        return Path.of(required("keycloak.dist"));
    }

    /** The provider jar under test. */
    static Path providerJar() {
        return Path.of(required("keycloak.provider"));
    }

    /** The home of all that the fixture writes. */
    static Path directory() {
        return Path.of(required("fixture.directory"));
    }

    static Path screenshots() {
        return Path.of(required("screenshots.directory"));
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "The system property " + property + " is not set. Run integration tests with: mvn verify");
        }
        return value;
    }
}
