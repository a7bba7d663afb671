package io.github.orgswitcher.decision;

/** What an organization that allows a person's email domain is to this person at this moment, and why. */
public enum Verdict {
    /** The person is a member. */
    MEMBER("orgSwitcherVerdictMember"),
    /** The person may join with one click. */
    OFFERED("orgSwitcherVerdictOffered"),
    /** The person may ask to join. */
    REQUESTABLE("orgSwitcherVerdictRequestable"),
    /** The person is joined at the next login. */
    AUTOMATIC("orgSwitcherVerdictAutomatic"),
    /** The person has asked to join, and nobody has decided. */
    REQUESTED("orgSwitcherVerdictRequested"),
    /** The person has asked to join and was turned down. */
    DENIED("orgSwitcherVerdictDenied"),
    /** The organization has as many members as it may have. */
    SEATS_FULL("orgSwitcherVerdictSeatsFull"),
    /** Keycloak cannot keep a membership of the person, whose user storage does not allow it. */
    INADMISSIBLE("orgSwitcherVerdictInadmissible"),
    /** The person signed in by a kind of sign-in that does not open the organization. */
    SIGN_IN_KIND("orgSwitcherVerdictSignInKind"),
    /** The organization counts only domains that it has proven to own, and this one it has not. */
    DOMAIN_NOT_VERIFIED("orgSwitcherVerdictDomainNotVerified"),
    /** The domain opens the organization once that has proven it: the realm demands it, or nobody else has allowed it. */
    DOMAIN_NEEDS_PROOF("orgSwitcherVerdictDomainNeedsProof"),
    /** Another organization has proven the domain, or one above it, and this one has not. */
    DOMAIN_PROVEN_BY_ANOTHER("orgSwitcherVerdictDomainProvenByAnother"),
    /** The person belongs to another organization, and the realm lets nobody belong to two. */
    ONE_ORGANIZATION("orgSwitcherVerdictOneOrganization"),
    /** The organization would open if the person's email address were verified. */
    EMAIL_NOT_VERIFIED("orgSwitcherVerdictEmailNotVerified"),
    /** Another organization's provider alone says that the email address is the person's. */
    PROOF_ELSEWHERE("orgSwitcherVerdictProofElsewhere"),
    /** The organization lets nobody in by domain. */
    DISABLED("orgSwitcherVerdictDisabled"),
    /** The organization itself is disabled. */
    ORGANIZATION_DISABLED("orgSwitcherVerdictOrganizationDisabled");

    private final String messageKey;

    Verdict(String messageKey) {
        this.messageKey = messageKey;
    }

    /**
     * The verdict as a sentence for administrators.
     *
     * @return a message key
     */
    public String messageKey() {
        return messageKey;
    }

    /**
     * Whether the person may come in, or ask to.
     *
     * @return whether there is something to offer
     */
    public boolean opens() {
        return this == OFFERED || this == REQUESTABLE || this == AUTOMATIC;
    }

    /**
     * Judges. The first reason that keeps a person out is the verdict, those of the organization before those of the
     * person.
     *
     * @param facts the facts
     * @return the verdict
     */
    public static Verdict of(Facts facts) {
        if (!facts.organizationEnabled()) {
            return ORGANIZATION_DISABLED;
        }
        if (facts.member()) {
            return MEMBER;
        }
        if (facts.joinMode() == JoinMode.DISABLED) {
            return DISABLED;
        }
        if (facts.domain() != DomainStatus.OPENS) {
            return closed(facts.domain());
        }
        if (!facts.admissible()) {
            return INADMISSIBLE;
        }
        if (!facts.kindCounts()) {
            return SIGN_IN_KIND;
        }
        if (facts.history() == EnrollmentStatus.DENIED) {
            return DENIED;
        }
        if (!facts.proofReaches()) {
            return PROOF_ELSEWHERE;
        }
        boolean pending = facts.joinMode() == JoinMode.REQUEST && facts.history() == EnrollmentStatus.REQUESTED;
        if (!facts.seatLeft() && !pending) {
            return SEATS_FULL;
        }
        if (!facts.emailVerified()) {
            return EMAIL_NOT_VERIFIED;
        }
        return pending ? REQUESTED : opening(facts);
    }

    /**
     * Why a domain does not open its organization.
     *
     * @param domain a status other than {@link DomainStatus#OPENS}
     * @return the verdict on everybody who comes over it
     * @throws IllegalArgumentException for {@link DomainStatus#OPENS}
     */
    public static Verdict closed(DomainStatus domain) {
        return switch (domain) {
            case PROVEN_BY_ANOTHER -> DOMAIN_PROVEN_BY_ANOTHER;
            case NEEDS_PROOF -> DOMAIN_NEEDS_PROOF;
            case NOT_VERIFIED -> DOMAIN_NOT_VERIFIED;
            case OPENS -> throw new IllegalArgumentException("The domain is not closed");
        };
    }

    private static Verdict opening(Facts facts) {
        return switch (facts.joinMode()) {
            case REQUEST -> REQUESTABLE;
            // Who has left, or was removed, is not dragged back.
            case AUTOMATIC -> facts.history() == EnrollmentStatus.LEFT ? OFFERED : AUTOMATIC;
            case SUGGEST -> OFFERED;
            case DISABLED -> DISABLED;
        };
    }
}
