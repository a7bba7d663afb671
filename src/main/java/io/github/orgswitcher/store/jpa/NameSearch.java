package io.github.orgswitcher.store.jpa;

import static java.util.stream.Collectors.joining;

import io.github.orgswitcher.store.Found;
import io.github.orgswitcher.store.SearchWord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A search for organizations by the beginnings of the words in their names, or of what stands between the hyphens of their
 * aliases.
 *
 * @param words words that must all fit; none where nothing is searched for
 * @param hopeless whether one of them can be in no name, so that nothing fits
 */
record NameSearch(List<SearchWord> words, boolean hopeless) {

    /** More words narrow down nothing, and each makes the statement longer. */
    private static final int MOST = 5;

    private static final String ALL_FIT = "1 = 1";

    /** A word that cannot be looked for is in no name. */
    private static final String NONE_FITS = "1 = 0";

    private static final String WORD = """
            (%1$s like :word%3$s escape '!' or %1$s like :spaced%3$s escape '!' or %1$s like :hyphened%3$s escape '!'
                  or %2$s like :word%3$s escape '!' or %2$s like :hyphened%3$s escape '!')
            """;

    static NameSearch of(EntityManager em, List<SearchWord> typed) {
        List<SearchWord> words = typed.stream().limit(MOST).toList();
        Texts texts = Texts.of(em);
        boolean hopeless = words.stream().anyMatch(word -> !texts.isComparable(word.text()));
        return new NameSearch(hopeless ? List.of() : words, hopeless);
    }

    /** 0 for an organization {@code o} that fits, else 1: those that fit come first, and the others are counted. */
    String misfit() {
        String fits = IntStream.range(0, words.size())
                .mapToObj(i -> WORD.formatted("lower(o.name)", "lower(o.alias)", i))
                .collect(joining(" and "));
        return "case when %s then 0 else 1 end".formatted(hopeless ? NONE_FITS : fits.isEmpty() ? ALL_FIT : fits);
    }

    /** How many do not fit, as a column beside each row. */
    String misfits() {
        return "sum(" + misfit() + ") over ()";
    }

    /** The rows that fit, of rows with {@code misfit}, {@code misfits} and {@code total}. */
    static Found<Tuple> found(List<Tuple> rows) {
        if (rows.isEmpty()) {
            return Found.none();
        }
        Tuple any = rows.get(0);
        long total = any.get("total", Long.class);
        return new Found<>(
                rows.stream()
                        .filter(row -> row.get("misfit", Integer.class) == 0)
                        .toList(),
                total - any.get("misfits", Long.class),
                total);
    }

    <Q extends Query> Q set(Q query) {
        for (int i = 0; i < words.size(); i++) {
            String pattern = pattern(words.get(i));
            query.setParameter("word" + i, pattern);
            query.setParameter("spaced" + i, "% " + pattern);
            query.setParameter("hyphened" + i, "%-" + pattern);
        }
        return query;
    }

    /** A backslash is written in many ways; an exclamation mark is the same on all databases. */
    private static String pattern(SearchWord word) {
        return word.pattern('!');
    }
}
