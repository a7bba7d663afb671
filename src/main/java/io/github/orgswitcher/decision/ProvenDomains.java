package io.github.orgswitcher.decision;

/** What a proof that a domain is an organization's own is worth, by the realm's setting {@code provenDomains}. */
public enum ProvenDomains {
    /** What somebody has proven opens those alone who have; what an organization claims for itself opens nothing. */
    PROTECT,
    /** Nothing opens without a proof. */
    ALWAYS,
    /** A proof changes nothing, but that without one {@link Backing#AFFILIATION} joins nobody unasked. */
    OFF;

    /**
     * Whether an allowed domain opens its organization to people of an email domain.
     *
     * @param own whether the organization has proven the email domain, or one above it
     * @param another whether another organization has
     * @param claimed whether nobody but the organization itself says that the domain is allowed, and has shown nothing
     * @return whether it opens, or why not
     */
    public DomainStatus judge(boolean own, boolean another, boolean claimed) {
        if (own || this == OFF) {
            return DomainStatus.OPENS;
        }
        if (this == PROTECT && another) {
            return DomainStatus.PROVEN_BY_ANOTHER;
        }
        return this == ALWAYS || claimed ? DomainStatus.NEEDS_PROOF : DomainStatus.OPENS;
    }
}
