package io.github.orgswitcher.store;

import java.util.List;

/**
 * Which rows of a list to return.
 *
 * @param search words that must all fit a row; none for all rows
 * @param first index of the first row, from 0
 * @param max most rows to return
 */
public record Paging(List<SearchWord> search, int first, int max) {}
