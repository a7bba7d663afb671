package io.github.orgswitcher.decision;

/** Whose word it is that a domain is allowed. */
public enum Backing {
    /** That of whoever manages all of the realm's organizations. */
    REALM,
    /** That of the organization alone, one of whose managers has shown to read mail on the domain. */
    AFFILIATION,
    /** The same where the organization's attributes have people joined with no question; it is kept as {@link #AFFILIATION}. */
    AFFILIATION_IN_VAIN,
    /** That of the organization alone. */
    CLAIM;

    /**
     * What a match gives. Who reads mail on a domain has nobody joined without a question, whatever the organization says of its domains.
     *
     * @param mode what the organization's policy and the domain say
     * @param proven whether the organization has proven the domain, or one above it
     * @return what counts
     */
    public JoinMode counting(JoinMode mode, boolean proven) {
        boolean affiliation = this == AFFILIATION || this == AFFILIATION_IN_VAIN;
        return affiliation && !proven && mode == JoinMode.AUTOMATIC ? JoinMode.SUGGEST : mode;
    }

    /**
     * The same in an organization whose attributes have people joined with no question. They let no domain ask, and so nothing
     * short of a proof opens one there.
     *
     * @param unasked whether they do
     * @return whose word counts
     */
    public Backing where(boolean unasked) {
        return this == AFFILIATION && unasked ? AFFILIATION_IN_VAIN : this;
    }

    /**
     * Whether nothing opens the domain where proofs are asked for.
     *
     * @return whether it is a mere claim
     */
    public boolean isClaim() {
        return this == CLAIM || this == AFFILIATION_IN_VAIN;
    }
}
