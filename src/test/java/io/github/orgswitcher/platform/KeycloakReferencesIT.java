package io.github.orgswitcher.platform;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every type, field and method of Keycloak's that our classes were compiled against is there in the Keycloak that the tests
 * run on, and what Keycloak asks of our providers they have. What is missing would end in a login that fails.
 */
class KeycloakReferencesIT {

    private static final String KEYCLOAK = "org.keycloak.";

    private URLClassLoader keycloak;
    private FileSystem ours;

    @BeforeEach
    void open() throws IOException {
        List<URL> jars = new ArrayList<>();
        jars.add(Distribution.providerJar().toUri().toURL());
        try (Stream<Path> files = Files.walk(Distribution.libraries())) {
            files.filter(file -> file.toString().endsWith(".jar")).forEach(file -> jars.add(url(file)));
        }
        ours = FileSystems.newFileSystem(Distribution.providerJar());
        keycloak = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @AfterEach
    void close() throws IOException {
        keycloak.close();
        ours.close();
    }

    @Test
    void keycloakHasEverythingThatWeReferTo() throws IOException {
        Map<String, String> missing = new TreeMap<>();
        long resolved = 0;
        for (Path file : ourClasses()) {
            for (Reference reference : ClassFile.read(file).references()) {
                if (reference.type().startsWith(KEYCLOAK)) {
                    reference
                            .missingIn(keycloak)
                            .ifPresent(why -> missing.merge(
                                    reference + ": " + why, name(file), (one, other) -> one + ", " + other));
                    resolved++;
                }
            }
        }
        assertThat(missing.entrySet())
                .as(() -> "What this Keycloak has not, and our classes that need it:\n"
                        + missing.entrySet().stream()
                                .map(entry -> "  " + entry.getKey() + " <- " + entry.getValue())
                                .collect(joining("\n")))
                .isEmpty();
        assertThat(resolved).as("references to Keycloak").isGreaterThan(1000);
    }

    @Test
    void ourProvidersHaveEverythingThatKeycloakAsksFor() throws IOException, ReflectiveOperationException {
        List<String> missing = new ArrayList<>();
        for (Path file : ourClasses()) {
            Class<?> type = Class.forName(name(file), false, keycloak);
            if (!Modifier.isAbstract(type.getModifiers())) {
                Stream.of(type.getMethods())
                        .filter(method -> Modifier.isAbstract(method.getModifiers()))
                        .filter(method -> isKeycloaks(method))
                        .forEach(method -> missing.add(type.getName() + " has no " + method));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isKeycloaks(Method method) {
        return method.getDeclaringClass().getName().startsWith(KEYCLOAK);
    }

    private List<Path> ourClasses() throws IOException {
        try (Stream<Path> files = Files.walk(ours.getPath("/"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !isOfAnotherVersion(file.toString()))
                    .toList();
        }
    }

    /** From 26.8 on, nothing loads what is there for 26.7. */
    private boolean isOfAnotherVersion(String file) {
        return file.contains("/platform/links/keycloak267/")
                && new Reference("org.keycloak.models.IdentityProviderModel", "getOrganizationIds", "()Ljava/util/Set;")
                        .missingIn(keycloak)
                        .isEmpty();
    }

    private static String name(Path file) {
        String path = file.toString();
        return path.substring(1, path.length() - ".class".length()).replace('/', '.');
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
