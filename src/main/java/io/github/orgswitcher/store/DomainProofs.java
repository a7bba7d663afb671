package io.github.orgswitcher.store;

import java.util.Collection;
import java.util.List;

/** Who has proven which domains of one realm. */
public interface DomainProofs {

    /**
     * Which domain names somebody has proven.
     *
     * @param orgId the organization whose proofs are told from others'
     * @param names domain names without wildcards, a few hundred at most
     * @return those that somebody has proven
     */
    List<ProvenName> among(String orgId, Collection<String> names);

    /**
     * Whether others have proven one of some domain names, or say themselves that they have.
     *
     * @param orgIds the organizations that are not asked for; not empty
     * @param names domain names without wildcards, a few hundred at most
     * @return whether any other organization has
     */
    boolean isAnybodyElses(Collection<String> orgIds, Collection<String> names);

    /**
     * Writes what a check of an allowed domain's proof has brought, whoever owns the row.
     *
     * @param checked the domain as it was read before the check; it has a token
     * @param proof what is known now
     * @return false when the domain was removed, or was checked later than this, by others; then nothing changes
     */
    boolean save(AllowedDomain checked, DomainProof proof);
}
