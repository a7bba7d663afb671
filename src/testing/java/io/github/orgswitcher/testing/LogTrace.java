package io.github.orgswitcher.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stack trace in a server's log.
 *
 * @param text the entry with all its lines
 */
public record LogTrace(String text) {

    private static final Pattern ENTRY = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d ");
    private static final String FRAME = "\tat ";

    /** Those of a log, in its order; an entry of lines without a frame is none. */
    public static List<LogTrace> in(String log) {
        List<LogTrace> traces = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        for (String line : log.lines().toList()) {
            if (ENTRY.matcher(line).find()) {
                addTrace(entry, traces);
                entry.setLength(0);
            }
            entry.append(line).append('\n');
        }
        addTrace(entry, traces);
        return traces;
    }

    /** Its entry's first line. */
    public String head() {
        return text.lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return text;
    }

    private static void addTrace(StringBuilder entry, List<LogTrace> traces) {
        if (entry.indexOf(FRAME) >= 0) {
            traces.add(new LogTrace(entry.toString()));
        }
    }
}
