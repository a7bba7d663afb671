package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.Backing;
import io.github.orgswitcher.policy.PolicyValues;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The allowed domains of one realm's organizations. */
public interface AllowedDomains {

    /**
     * An organization's allowed domains, ordered by name; {@code *.acme.com} comes after {@code acme.com}.
     *
     * @param orgId the organization
     * @param paging the page, and words about the domain with or without its {@code *.}
     * @return the page
     */
    List<AllowedDomain> page(String orgId, Paging paging);

    /**
     * How many allowed domains all pages together have.
     *
     * @param orgId the organization
     * @param search words as for a page
     * @return the number
     */
    long count(String orgId, List<SearchWord> search);

    /**
     * One allowed domain.
     *
     * @param orgId the organization
     * @param domain the pattern as stored
     * @return the row, if it is there
     */
    Optional<AllowedDomain> find(String orgId, String domain);

    /**
     * The allowed domains that an owner has written.
     *
     * @param orgIds the organizations
     * @param source the owner
     * @return the rows
     */
    List<AllowedDomain> of(Collection<String> orgIds, Source source);

    /**
     * Adds an allowed domain.
     *
     * @param domain the row to add
     * @return false when the organization has that domain already, whoever owns the row; then nothing changes
     */
    boolean add(AllowedDomain domain);

    /**
     * Sets whose word it is that domains are allowed, with one statement.
     *
     * @param orgId the organization
     * @param domains the patterns as stored, a few hundred at most
     * @param source the owner; the other's rows stay as they are
     * @param backing whose word it is from now on
     */
    void back(String orgId, Collection<String> domains, Source source, Backing backing);

    /**
     * Sets what allowed domains say for themselves, with one statement.
     *
     * @param orgId the organization
     * @param domains the patterns as stored, a few hundred at most
     * @param source the owner; the other's rows stay as they are
     * @param values all that each of them says
     */
    void savePolicy(String orgId, Collection<String> domains, Source source, PolicyValues values);

    /**
     * Removes allowed domains with one statement.
     *
     * @param orgId the organization
     * @param domains the patterns as stored, a few hundred at most
     * @param source the owner; the other's rows stay
     */
    void remove(String orgId, Collection<String> domains, Source source);
}
