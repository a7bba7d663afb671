package io.github.orgswitcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who reads Keycloak's insides, told by the sources: the compiler copies constants, so that class files do not show whose they
 * are.
 */
class KeycloakInsidesTest {

    private static final Path MAIN = Path.of("src/main/java/io/github/orgswitcher");
    private static final Path PLATFORM = MAIN.resolve("platform");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?(org\\.keycloak\\.[\\w.]+);");
    private static final Pattern LISTED = Pattern.compile("<li>\\{@code (org\\.keycloak\\.[\\w.]+)}:");

    @Test
    void nobodyElseImportsThem() {
        assertThat(sources(MAIN, file -> !file.startsWith(PLATFORM))
                        .filter(file -> !insidesOf(file).isEmpty()))
                .as("files that read Keycloak's insides; ask a type of the platform instead")
                .isEmpty();
    }

    @Test
    void thePlatformListsThemAllWithWhy() throws IOException {
        Set<String> listed = LISTED.matcher(Files.readString(PLATFORM.resolve("package-info.java")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> read = sources(PLATFORM, file -> true)
                .flatMap(file -> insidesOf(file).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(read);
    }

    @Test
    void theSurfaceIsWhatWeUseOfIt() {
        Set<String> used =
                sources(MAIN, file -> true).flatMap(file -> imports(file)).collect(Collectors.toSet());
        assertThat(ExtensionSurface.types()).allMatch(KeycloakInsides::isClosed).isSubsetOf(used);
    }

    private static Set<String> insidesOf(Path file) {
        return imports(file)
                .flatMap(type -> KeycloakInsides.of(type).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> imports(Path file) {
        try {
            return IMPORT.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(Path below, Predicate<Path> which) {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(".java")).filter(which).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
