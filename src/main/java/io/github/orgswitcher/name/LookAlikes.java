package io.github.orgswitcher.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What names look like. Two names look alike when {@link #ofKept} of one is among {@link #ofNew} of the other.
 *
 * <p>A database can only replace text by text, so what it compares kept names by is a short list for the lower case of the
 * alphabets that most look alike. A new name is also looked at letter by letter, capitals and all, with all that Unicode knows
 * to be confusable with ASCII (UTS #39), from the list beside this class.
 */
public final class LookAlikes {

    /**
     * A piece of text in lower case that passes for another.
     *
     * @param text the text
     * @param look what it passes for
     */
    public record LookAlike(String text, String look) {}

    /** Applied one after the other, in Java and in SQL alike. */
    private static final List<LookAlike> LOWER_CASE = Stream.of(
                    // Latin, Cyrillic and Greek: by the shape of the capital or of the small letter
                    pairs("авеѕіјкмнһорстухӏ", "abesijkmhhopctyxl"),
                    pairs("αβεζηικμνορτυχ", "abezhikmnoptyx"),
                    pairs("’‐‑–", "'---"),
                    pairs("ı10|", "ilol"),
                    pairs("i", "l"),
                    Stream.of(new LookAlike("\"", "''")),
                    Stream.of(new LookAlike("rn", "m"), new LookAlike("vv", "w")),
                    Stream.of("\u200C", "\u200D", "\uFE0F").map(unseen -> new LookAlike(unseen, "")))
            .flatMap(all -> all)
            .toList();

    private static final Map<Integer, String> CONFUSABLE = read();

    private LookAlikes() {}

    /**
     * What to replace in the lower case of a kept name, in this order, to have what it looks like.
     *
     * @return texts and looks
     */
    public static List<LookAlike> inLowerCase() {
        return LOWER_CASE;
    }

    /**
     * What a kept name looks like.
     *
     * @param name the name
     * @return a text that is only good to compare
     */
    public static String ofKept(String name) {
        String look = name.toLowerCase(Locale.ROOT);
        for (LookAlike each : LOWER_CASE) {
            look = look.replace(each.text(), each.look());
        }
        return look;
    }

    /**
     * What a new name looks like, by either list.
     *
     * @param name the name
     * @return one or two texts that are only good to compare
     */
    public static Set<String> ofNew(String name) {
        StringBuilder ascii = new StringBuilder();
        Normalizer.normalize(name, Form.NFKC)
                .codePoints()
                .mapToObj(c -> CONFUSABLE.getOrDefault(c, Character.toString(c)))
                .forEach(ascii::append);
        return Set.copyOf(List.of(ofKept(name), ofKept(ascii.toString())));
    }

    /**
     * How kept names in lower case may begin that look so; a database tells others apart with less work.
     *
     * @param looks looks of a name
     * @return the first character, and all that passes for it
     */
    public static Set<String> beginnings(Collection<String> looks) {
        return looks.stream()
                .map(look -> look.substring(0, look.offsetByCodePoints(0, 1)))
                .flatMap(first -> Stream.concat(
                        Stream.of(first),
                        LOWER_CASE.stream().map(LookAlike::text).filter(text -> ofKept(text)
                                .startsWith(first))))
                .collect(Collectors.toSet());
    }

    /** Each line is an ASCII text, a tab, and all characters that pass for it. */
    private static Map<Integer, String> read() {
        Map<Integer, String> confusable = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LookAlikes.class.getResourceAsStream("look-alikes.txt")),
                StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                line.substring(tab + 1).codePoints().forEach(c -> confusable.put(c, line.substring(0, tab)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the list of look-alikes", e);
        }
        return Map.copyOf(confusable);
    }

    private static Stream<LookAlike> pairs(String texts, String looks) {
        return Stream.iterate(0, i -> i < texts.length(), i -> i + 1)
                .map(i -> new LookAlike(texts.substring(i, i + 1), looks.substring(i, i + 1)));
    }
}
