package io.github.orgswitcher.declared;

/** Whether a domain that is new in an organization is that organization's own word alone. */
@FunctionalInterface
public interface Claimed {

    /**
     * Judges.
     *
     * @param orgId the organization
     * @param domain the domain as it is stored
     * @return whether it is no more than the organization's word
     */
    boolean is(String orgId, String domain);

    /**
     * The same of all domains.
     *
     * @param claimed whether all are
     * @return the judgement
     */
    static Claimed all(boolean claimed) {
        return (orgId, domain) -> claimed;
    }
}
