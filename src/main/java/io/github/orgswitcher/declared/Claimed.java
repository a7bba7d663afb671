package io.github.orgswitcher.declared;

import io.github.orgswitcher.store.DomainKey;
import java.util.Set;

/**
 * Whether a domain of an organization is that organization's own word alone.
 *
 * @param others whether those are that nobody is known to have vouched for
 * @param vouched what whoever manages all organizations has just written, and nobody had before
 */
public record Claimed(boolean others, Set<DomainKey> vouched) {

    /** Copies what it is given. */
    public Claimed {
        vouched = Set.copyOf(vouched);
    }

    /**
     * The same of all domains.
     *
     * @param claimed whether all are
     * @return the judgement
     */
    public static Claimed all(boolean claimed) {
        return new Claimed(claimed, Set.of());
    }

    /** Of one that is new. */
    boolean is(String orgId, String domain) {
        return others && !isVouched(orgId, domain);
    }

    /** Of one that is there already, because others have come upon it first. */
    boolean isVouched(String orgId, String domain) {
        return vouched.contains(new DomainKey(orgId, domain));
    }
}
