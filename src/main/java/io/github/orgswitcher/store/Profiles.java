package io.github.orgswitcher.store;

import java.util.Collection;
import java.util.Map;

/** What pages tell of organizations beside their names. Each call is one statement, whatever the number of organizations. */
public interface Profiles {

    /** The organization attribute with the address of its logo. */
    String LOGO = "org-switcher.logo";

    /** Members are counted up to this number. */
    int MOST_MEMBERS = 1_000;

    /**
     * The logos of organizations.
     *
     * @param orgIds the organizations
     * @return what administrators have written, by ids; none for an organization without
     */
    Map<String, String> logos(Collection<String> orgIds);

    /**
     * How many members organizations have.
     *
     * @param orgIds the organizations, as many as a page shows
     * @return the numbers by ids, {@value #MOST_MEMBERS} at most
     */
    Map<String, Long> members(Collection<String> orgIds);
}
