package io.github.orgswitcher.store;

import io.github.orgswitcher.domain.DomainPattern;
import io.github.orgswitcher.domain.RefusedDomainException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One word that a list is searched for, by the rule of Keycloak's own search for users: a word is the beginning of what is
 * looked for, {@code *} in it stands for any text, and in double quotes it is the whole.
 *
 * @param text the word without quotes, in lower case
 * @param whole whether it is the whole of what is looked for; then {@code *} is a character as any other
 */
public record SearchWord(String text, boolean whole) {

    private static final char QUOTE = '"';
    private static final String ANY = "*";

    /** Takes the word in any case of letters. */
    public SearchWord {
        text = text.toLowerCase(Locale.ROOT);
    }

    /**
     * The words that a person typed; what is found fits each of them.
     *
     * @param typed words with white space between them
     * @return the words; none where there is nothing to search for
     */
    public static List<SearchWord> of(String typed) {
        return Stream.of(typed.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> quoted(word)
                        ? new SearchWord(word.substring(1, word.length() - 1), true)
                        : new SearchWord(word, false))
                .toList();
    }

    /**
     * The same where domains are searched: each may be written in any spelling.
     *
     * @param typed words with white space between them
     * @return the words
     */
    public static List<SearchWord> ofDomains(String typed) {
        return of(typed).stream()
                .map(word -> new SearchWord(inStoredSpelling(word.text()), word.whole()))
                .toList();
    }

    /**
     * The same where one whole domain is searched.
     *
     * @param typed the domain, in any spelling
     * @return the word
     */
    public static SearchWord ofWholeDomain(String typed) {
        return new SearchWord(inStoredSpelling(typed), true);
    }

    private static String inStoredSpelling(String search) {
        try {
            return DomainPattern.parse(search).value();
        } catch (RefusedDomainException e) {
            // Part of a domain, then.
            return search;
        }
    }

    private static boolean quoted(String word) {
        return word.length() > 1 && word.charAt(0) == QUOTE && word.charAt(word.length() - 1) == QUOTE;
    }

    /** Whether it may stand anywhere, so that no index helps to find it. */
    public boolean anywhere() {
        return !whole && text.startsWith(ANY);
    }

    /**
     * SQL's {@code like} pattern for the word.
     *
     * @return the pattern, with backslash as escape character
     */
    public String pattern() {
        return pattern('\\');
    }

    /**
     * The same with another escape character.
     *
     * @param escape the character
     * @return the pattern
     */
    public String pattern(char escape) {
        String mark = String.valueOf(escape);
        String literal =
                text.replace(mark, mark + mark).replace("%", mark + "%").replace("_", mark + "_");
        return whole ? literal : literal.replace(ANY, "%") + (text.endsWith(ANY) ? "" : "%");
    }
}
