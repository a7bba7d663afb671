package io.github.orgswitcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operators write alerts by {@code docs/events.md}, so it names every detail and every error. */
final class EventsDocumentTest {

    private static final Pattern NAME = Pattern.compile("\"((?:org_switcher|email_sign_in)_[a-z_]+)\"");

    @Test
    void documentNamesEveryDetailAndEveryError() throws IOException {
        String document = Files.readString(Path.of("docs/events.md"));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> names = sources.filter(Files::isRegularFile)
                    .flatMap(source -> NAME.matcher(read(source)).results())
                    .map(MatchResult::group)
                    .map(quoted -> quoted.substring(1, quoted.length() - 1))
                    .distinct()
                    .toList();

            assertThat(names).isNotEmpty().allMatch(name -> document.contains("`" + name + "`"));
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
