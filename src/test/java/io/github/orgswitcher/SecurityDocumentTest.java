package io.github.orgswitcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} names a test for each defence; a defence whose test is gone is none. */
final class SecurityDocumentTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:IT|Test))(?:#([a-zA-Z]+))?`");

    @Test
    void documentNamesTestsThatAreThere() throws IOException {
        Map<String, String> tests = tests();
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .toList();

        assertThat(named).isNotEmpty().allSatisfy(name -> {
            assertThat(tests).containsKey(name.group(1));
            if (name.group(2) != null) {
                assertThat(tests.get(name.group(1))).contains(" " + name.group(2) + "(");
            }
        });
    }

    /** The sources of all tests, by the names of their classes. */
    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            return sources.filter(source -> source.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            source -> source.getFileName().toString().replace(".java", ""),
                            SecurityDocumentTest::read,
                            (one, other) -> one + other));
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
