package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.OrganizationRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Many allowed domains of one realm at once, with a few statements. */
public interface DomainImports {

    /**
     * Organizations by id or alias.
     *
     * @param idsOrAliases ids and aliases
     * @return the organizations that have one of them
     */
    List<OrganizationRef> organizations(Collection<String> idsOrAliases);

    /**
     * Which of some domains some organizations hold.
     *
     * @param orgIds the organizations
     * @param domains the patterns as stored
     * @return the ones that are there, with what they say for themselves
     */
    Map<DomainKey, DomainPolicy> among(Collection<String> orgIds, Collection<String> domains);

    /**
     * Adds allowed domains that are not there, and the default policy where an organization has none yet.
     *
     * @param domains the rows to add, a few hundred at most, of organizations that are locked
     */
    void add(List<AllowedDomain> domains);
}
