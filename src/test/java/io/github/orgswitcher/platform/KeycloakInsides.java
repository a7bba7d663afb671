package io.github.orgswitcher.platform;

import java.net.URL;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keycloak's insides: all classes of the artifacts that no extension is meant to use, but for {@link ExtensionSurface what an
 * extension implements or is handed}.
 */
public final class KeycloakInsides {

    private static final Pattern CLOSED_ARTIFACT = Pattern.compile(
            "/keycloak-(services|server-spi-private|model-jpa|model-storage|model-storage-private|saml-core|saml-core-public)-\\d");

    /** Up to the first name that begins with a capital letter: nested classes and members belong to it. */
    private static final Pattern OUTERMOST = Pattern.compile("org\\.keycloak\\.([a-z]\\w*\\.)*[A-Z]\\w*");

    private KeycloakInsides() {}

    /** The outermost class of a class's, or its member's, full name, where it is one of Keycloak's insides. */
    public static Optional<String> of(String name) {
        Matcher outermost = OUTERMOST.matcher(name);
        return outermost.lookingAt() && isClosed(outermost.group()) && !ExtensionSurface.has(outermost.group())
                ? Optional.of(outermost.group())
                : Optional.empty();
    }

    /** Whether a class is of one of those artifacts. */
    static boolean isClosed(String type) {
        URL place = KeycloakInsides.class.getClassLoader().getResource(type.replace('.', '/') + ".class");
        return place != null && CLOSED_ARTIFACT.matcher(place.getPath()).find();
    }
}
