package io.github.orgswitcher.rest;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of CSV (RFC 4180) that programs for tables open as text. They take a cell for a formula that begins with one of some
 * characters, and begin one at other separators than ours, too; so an apostrophe is put before each such beginning, which those
 * programs do not show.
 */
public final class CsvLine {

    private static final Pattern FORMULA = Pattern.compile("(^|[,;\\t\\r\\n|])([=+\\-@\\t\\r\\n＝＋－＠])");
    private static final Pattern SPECIAL = Pattern.compile("[\",;\\t\\r\\n']|^\\s|\\s$");
    private static final Pattern DEFUSED = Pattern.compile("(^|[,;\\t\\r\\n|])'([=+\\-@\\t\\r\\n＝＋－＠])");
    private static final String END = "\r\n";

    private CsvLine() {}

    /**
     * Writes cells.
     *
     * @param cells the cells; null is an empty one
     * @return the line with its end
     */
    public static String of(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", END));
    }

    /**
     * What a cell said before it was written here.
     *
     * @param cell a cell
     * @return the same without the apostrophes
     */
    public static String text(String cell) {
        return DEFUSED.matcher(cell).replaceAll("$1$2");
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : FORMULA.matcher(value.toString()).replaceAll("$1'$2");
        return SPECIAL.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
