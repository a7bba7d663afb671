package io.github.orgswitcher.platform.table;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A list in a query's text with a place of its own for each value. Hibernate keeps what it has made of a text only where no
 * parameter of it is a list (its {@code SqmInterpretationsKey}), and to read one of the login's queries anew costs more than to
 * run it. The number of places is a power of two, so that there are few texts; the last value fills those that are left.
 */
public final class Places {

    /** With one alone in brackets, Hibernate expects a list. */
    private static final int FEWEST = 2;

    private static final String FILLER = "";

    private final String name;
    private final List<String> values;

    private Places(String name, List<String> values) {
        this.name = name;
        this.values = values;
    }

    /**
     * The places of a list.
     *
     * @param name the parameter's name, as the query has it in brackets
     * @param values its values; none is as one that nothing has, the empty text
     * @return the places
     */
    public static Places of(String name, Collection<String> values) {
        return new Places(name, values.isEmpty() ? List.of(FILLER) : List.copyOf(values));
    }

    /**
     * Puts the places where the list is.
     *
     * @param query a query's text
     * @return the text; the same where it does not have the list
     */
    public String in(String query) {
        return query.replace(
                "(:" + name + ")", places().mapToObj(i -> ":" + place(i)).collect(Collectors.joining(", ", "(", ")")));
    }

    /**
     * Sets all values, where the query has the list.
     *
     * @param query a query whose text was made by {@link #in}
     * @param <Q> the same
     * @return the query
     */
    public <Q extends Query> Q set(Q query) {
        if (query.getParameters().stream().anyMatch(parameter -> place(0).equals(parameter.getName()))) {
            places().forEach(i -> query.setParameter(place(i), values.get(Math.min(i, values.size() - 1))));
        }
        return query;
    }

    private IntStream places() {
        int most = Integer.highestOneBit(Math.max(FEWEST, values.size()) * 2 - 1);
        return IntStream.range(0, most);
    }

    private String place(int i) {
        return name + i;
    }
}
