package io.github.orgswitcher.store;

import java.util.List;

/**
 * Which rows of a list to return.
 *
 * @param search words that must all fit a row; none for all rows
 * @param first index of the first row, from 0
 * @param max most rows to return
 */
public record Paging(List<SearchWord> search, int first, int max) {

    private static final int FAR = 1_000;

    /**
     * Whether the page is so far behind in a whole list that it costs less to pass over the rows before it in an index, and to
     * look its own up, than to read them all.
     *
     * @return whether it is
     */
    public boolean isFar() {
        return search.isEmpty() && first >= FAR;
    }
}
