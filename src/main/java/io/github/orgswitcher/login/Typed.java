package io.github.orgswitcher.login;

/**
 * What was typed on a page where people choose organizations, which is there again when the page is.
 *
 * @param search the text to find organizations by
 * @param name the new organization's name
 * @param allowColleagues whether the box beside the name is ticked
 */
public record Typed(String search, String name, boolean allowColleagues) {

    /** What stands in an empty form. */
    public static final Typed NOTHING = new Typed("", "", false);

    /**
     * Reads it.
     *
     * @param form what was posted
     * @return what was typed; empty texts where nothing was
     */
    public static Typed in(PostedForm form) {
        return new Typed(form.text("search").strip(), form.text("name"), form.has("allowColleagues"));
    }
}
