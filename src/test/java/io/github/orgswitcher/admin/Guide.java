package io.github.orgswitcher.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The guide to the admin REST, as its readers copy from it. */
final class Guide {

    private static final Pattern HEADING = Pattern.compile("(?m)^### `([A-Z]+ [^`]+)`$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern STATUS = Pattern.compile("[Aa]nswers (\\d{3})");

    private Guide() {}

    /**
     * What it says of a call.
     *
     * @param call such as {@code GET domains}; empty for what comes before all calls
     * @param text the section
     */
    record Section(String call, String text) {

        /** The commands to type, one for each entry, with the lines that they go on in. */
        List<String> commands() {
            return blocks("")
                    .flatMap(block -> Pattern.compile("(?m)(?<!\\\\)\\n").splitAsStream(block))
                    .filter(command -> !command.isBlank())
                    .toList();
        }

        /** The JSON that a call answers. */
        Optional<JsonNode> json() {
            return blocks("json").findFirst().map(Guide::parse);
        }

        /** The contents of a file. */
        Optional<String> csv() {
            return blocks("csv").findFirst();
        }

        /** The status that it promises. */
        Optional<Integer> status() {
            return STATUS.matcher(text).results().findFirst().map(match -> Integer.valueOf(match.group(1)));
        }

        private Stream<String> blocks(String language) {
            return BLOCK.matcher(text)
                    .results()
                    .filter(block -> block.group(1).equals(language))
                    .map(block -> block.group(2));
        }
    }

    /** What comes before all calls, then call by call. */
    static List<Section> sections() {
        return Pattern.compile("(?m)^(?=#{2,3} )")
                .splitAsStream(read("docs/admin-rest.md"))
                .map(text -> new Section(
                        HEADING.matcher(text)
                                .results()
                                .map(heading -> heading.group(1))
                                .findFirst()
                                .orElse(""),
                        text))
                .toList();
    }

    /** Another document as one section. */
    static Section document(String path) {
        return new Section("", read(path));
    }

    /** What it says of a call. */
    static Section section(String call) {
        return sections().stream()
                .filter(section -> section.call().equals(call))
                .findFirst()
                .orElseThrow();
    }

    /** The commands before all calls: how to sign in. */
    static List<String> manners() {
        return sections().stream()
                .filter(section -> section.call().isEmpty())
                .flatMap(section -> section.commands().stream())
                .toList();
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
