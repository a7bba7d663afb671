package io.github.orgswitcher.decision;

import org.jspecify.annotations.Nullable;

/**
 * An organization that allows the domain of a person's email address.
 *
 * @param orgId its id
 * @param alias its alias
 * @param name its name
 * @param domain the allowed domain that matched, and decides
 * @param ruling what the match gives
 * @param verdict what the organization is to the person
 * @param dismissed whether the person saw it before and chose something else, or left it
 * @param proven whether the organization has proven the person's email domain, or one above it
 * @param maker who has created the organization on the page; null where nobody has, and where it does not matter
 */
public record Candidate(
        String orgId,
        String alias,
        String name,
        String domain,
        Ruling ruling,
        Verdict verdict,
        boolean dismissed,
        boolean proven,
        @Nullable Maker maker) {

    /** The same organization with another verdict. */
    Candidate with(Verdict other) {
        return new Candidate(orgId, alias, name, domain, ruling, other, dismissed, proven, maker);
    }

    /**
     * The same organization to somebody who belongs to another one and may not belong to two.
     *
     * @return the candidate
     */
    public Candidate besideAnother() {
        boolean comesIn = verdict.opens()
                || verdict == Verdict.REQUESTED
                || verdict == Verdict.SEATS_FULL
                || verdict == Verdict.EMAIL_NOT_VERIFIED;
        return comesIn ? with(Verdict.ONE_ORGANIZATION) : this;
    }

    /**
     * What the page shows of it.
     *
     * @return the offer, of a candidate whose verdict opens
     */
    public Offer offer() {
        Offer.Action action = verdict == Verdict.REQUESTABLE ? Offer.Action.REQUEST : Offer.Action.JOIN;
        return new Offer(orgId, alias, name, domain, action, dismissed, proven, maker);
    }

    /**
     * The organization by its names.
     *
     * @return its names
     */
    public OrganizationRef organization() {
        return new OrganizationRef(orgId, alias, name);
    }
}
