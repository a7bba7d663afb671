package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tab's texts; that all languages have the same ones is tested with the login pages'. */
class ConsoleMessagesTest {

    private static final String PREFIX = "orgSwitcherTab";
    private static final Path SCRIPTS = Path.of("themes/org-switcher/admin/resources/js");
    private static final Path ENGLISH = Path.of("themes/org-switcher/admin/messages/messages_en.properties");
    private static final Pattern KEY = Pattern.compile("\"(" + PREFIX + "\\w+)\"");
    /** A key whose end is an enum's name, {@code orgSwitcherTabStatus_${...}}. */
    private static final Pattern FAMILY = Pattern.compile("`(" + PREFIX + "\\w+_)\\$");

    @Test
    void scriptsAndTextsFitEachOther() throws IOException {
        Set<String> texts = texts();
        String scripts = scripts();
        Set<String> keys = found(KEY, scripts);
        Set<String> families = found(FAMILY, scripts);

        assertThat(keys).isNotEmpty();
        assertThat(texts).containsAll(keys);
        assertThat(families).isNotEmpty().allSatisfy(family -> assertThat(texts)
                .anyMatch(key -> key.startsWith(family)));
        Predicate<String> used = key -> keys.contains(key) || families.stream().anyMatch(key::startsWith);
        assertThat(texts).as("texts that nothing shows").allMatch(used);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> texts() throws IOException {
        Properties messages = new Properties();
        try (Reader file = Files.newBufferedReader(ENGLISH)) {
            messages.load(file);
        }
        return messages.stringPropertyNames();
    }

    private static String scripts() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            List<Path> sorted = files.sorted().toList();
            for (Path file : sorted) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
