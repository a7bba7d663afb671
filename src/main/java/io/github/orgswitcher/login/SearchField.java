package io.github.orgswitcher.login;

import io.github.orgswitcher.membership.PageLists;

/** The field to find organizations by, and what it finds. Public, with getters, because FreeMarker reads it. */
public final class SearchField {

    private final PageLists lists;
    private final String text;

    /**
     * The field over a page's lists.
     *
     * @param lists the lists
     * @param typed what was typed, which they were read by
     */
    public SearchField(PageLists lists, Typed typed) {
        this.lists = lists;
        this.text = typed.search();
    }

    /**
     * Whether the page has it.
     *
     * @return whether there are many organizations, the person's or to join
     */
    public boolean isShown() {
        return lists.isSearchable();
    }

    /**
     * The text searched for.
     *
     * @return the text, or empty
     */
    public String getText() {
        return text;
    }

    /**
     * The longest text that is searched for.
     *
     * @return the number of characters
     */
    public int getMaxLength() {
        return PageLists.LONGEST_SEARCH;
    }

    /**
     * How many organizations it finds, the person's and to join.
     *
     * @return the number, shown or not
     */
    public long getFound() {
        return lists.found();
    }

    /**
     * How many organizations there are to search.
     *
     * @return the number before any search
     */
    public long getTotal() {
        return lists.total();
    }
}
