package io.github.orgswitcher.store;

import java.util.List;
import java.util.function.Function;

/**
 * A page of what a search finds in a list.
 *
 * @param rows the page's rows, all of which fit
 * @param found how many fit
 * @param total how many there are, whether they fit or not
 * @param <T> what a row is
 */
public record Found<T>(List<T> rows, long found, long total) {

    /** Copies the list. */
    public Found {
        rows = List.copyOf(rows);
    }

    /**
     * Nothing, of nothing.
     *
     * @param <T> what a row would be
     * @return a list without rows
     */
    public static <T> Found<T> none() {
        return new Found<>(List.of(), 0, 0);
    }

    /**
     * The same list with its rows made into something else.
     *
     * @param change makes the new rows of all the old ones
     * @param <R> what a row is then
     * @return the list
     */
    public <R> Found<R> map(Function<List<T>, List<R>> change) {
        return new Found<>(change.apply(rows), found, total);
    }
}
