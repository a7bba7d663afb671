package io.github.orgswitcher.store;

import java.util.Collection;
import java.util.List;

/**
 * The domains of Keycloak's own in one realm that are marked verified. They are kept beside Keycloak's table because a
 * login looks them up by name, for which that has no index, and because it does not say who has marked them.
 */
public interface MarkedDomains {

    /**
     * What is kept of some organizations.
     *
     * @param orgIds the organizations
     * @return the rows
     */
    List<MarkedDomain> of(Collection<String> orgIds);

    /**
     * What Keycloak says of some organizations.
     *
     * @param orgIds the organizations
     * @return names of verified domains as they are written there, each with its organization
     */
    List<DomainKey> verified(Collection<String> orgIds);

    /**
     * Organizations of which either says something; ordered by id.
     *
     * @param afterOrgId the last id of the page before; empty for the first page
     * @param max most to return
     * @return their ids
     */
    List<String> organizations(String afterOrgId, int max);

    /**
     * Keeps one.
     *
     * @param domain the domain
     */
    void add(MarkedDomain domain);

    /**
     * Forgets one.
     *
     * @param domain the domain
     */
    void remove(MarkedDomain domain);
}
