package io.github.orgswitcher.store;

/**
 * Which rows of a list to return.
 *
 * @param search part of what is searched, in any case of letters; empty for all rows
 * @param first index of the first row, from 0
 * @param max most rows to return
 */
public record Paging(String search, int first, int max) {}
