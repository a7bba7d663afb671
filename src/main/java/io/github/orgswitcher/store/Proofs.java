package io.github.orgswitcher.store;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of who has said that an email address is a person's: each word with the hash of the one address that it
 * was said of.
 *
 * @param own the address that the person has proven without the help of an organization's own provider; null where there is
 *     no such proof
 * @param vouched what organizations' own providers have said; null where the account has never been linked to one
 */
public record Proofs(@Nullable String own, @Nullable Vouched vouched) {

    /** Nothing is on record. */
    public static final Proofs NONE = new Proofs(null, null);

    /**
     * What organizations' own providers have said of one address.
     *
     * @param orgIds the organizations whose providers have themselves named it; none where a provider has only been linked
     * @param addressHash the address
     */
    public record Vouched(Set<String> orgIds, String addressHash) {

        /** As many as there is room for; further ones are not kept, which opens nothing. */
        private static final int MAX = 50;

        /** Copies the set. */
        public Vouched {
            orgIds = Set.copyOf(orgIds);
        }

        private Vouched and(String orgId) {
            if (orgIds.size() >= MAX) {
                return this;
            }
            Set<String> more = new HashSet<>(orgIds);
            more.add(orgId);
            return new Vouched(more, addressHash);
        }
    }

    /**
     * With a proof of the person's own, which takes the place of any earlier one.
     *
     * @param addressHash the address
     * @return the proofs
     */
    public Proofs withOwn(String addressHash) {
        return new Proofs(addressHash, vouched);
    }

    /**
     * With the word of an organization's own provider. What was said of another address is of no use any more.
     *
     * @param orgId the organization
     * @param addressHash the address that the provider has named
     * @return the proofs
     */
    public Proofs withWitness(String orgId, String addressHash) {
        Vouched before = vouched != null && vouched.addressHash().equals(addressHash)
                ? vouched
                : new Vouched(Set.of(), addressHash);
        return new Proofs(own, before.and(orgId));
    }

    /**
     * With the mere fact that an organization's own provider is linked. It stays when the link or the provider is removed.
     *
     * @param addressHash the address of that time
     * @return the proofs
     */
    public Proofs withLink(String addressHash) {
        return vouched == null ? new Proofs(own, new Vouched(Set.of(), addressHash)) : this;
    }
}
