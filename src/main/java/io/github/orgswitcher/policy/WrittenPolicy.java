package io.github.orgswitcher.policy;

import io.github.orgswitcher.decision.JoinMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one allowed domain says for itself, in one line: a join mode, groups by their paths or ids, or both, such as
 * {@code REQUEST /contractors /guests}. {@code NO_GROUPS} stands for no group at all.
 */
public final class WrittenPolicy {

    private static final String NO_GROUPS = "NO_GROUPS";
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /** How a group begins: with a slash, as paths do, or as an id, which has no space in it. */
    private static final String GROUP = "/|\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(?:[\\s\\p{Z}]|$)";

    private static final Pattern STARTS_GROUP = Pattern.compile(GROUP);
    private static final Pattern BEFORE_GROUP = Pattern.compile("[\\s\\p{Z}]+(?=" + GROUP + ")");

    private WrittenPolicy() {}

    /**
     * Reads a line.
     *
     * @param text the line; blank says nothing
     * @return what it says
     * @throws RefusedValueException where it cannot be understood
     */
    public static PolicyValues of(String text) throws RefusedValueException {
        String line = text.strip();
        String[] first = SPACES.split(line, 2);
        boolean mode = Stream.of(JoinMode.values()).map(JoinMode::name).anyMatch(first[0]::equals);
        String rest = !mode ? line : first.length > 1 ? first[1] : "";
        return PolicyValues.NONE
                .with(
                        PolicySettings.JOIN_MODE,
                        mode ? Optional.of(PolicySettings.JOIN_MODE.ofTexts(List.of(first[0]))) : Optional.empty())
                .with(PolicySettings.DEFAULT_GROUPS, rest.isBlank() ? Optional.empty() : Optional.of(groups(rest)));
    }

    /**
     * Tells groups apart.
     *
     * @param text paths, each with a slash before it, ids, or {@code NO_GROUPS}
     * @return the groups, each once
     */
    public static List<String> texts(String text) {
        return text.equals(NO_GROUPS)
                ? List.of()
                : Stream.of(BEFORE_GROUP.split(text)).distinct().toList();
    }

    private static List<String> groups(String text) throws RefusedValueException {
        if (!text.equals(NO_GROUPS) && !STARTS_GROUP.matcher(text).lookingAt()) {
            throw PolicySettings.DEFAULT_GROUPS.refused(text);
        }
        return PolicySettings.DEFAULT_GROUPS.ofTexts(texts(text));
    }
}
