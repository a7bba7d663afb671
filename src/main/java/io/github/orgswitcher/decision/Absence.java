package io.github.orgswitcher.decision;

import org.jspecify.annotations.Nullable;

/**
 * Why a person whose address an organization allows is no member of it: what {@link Verdict} says, and where that says that the
 * person may come in, what has kept the person from it so far.
 */
public enum Absence {
    /** The organization itself is disabled. */
    ORGANIZATION_DISABLED(Verdict.ORGANIZATION_DISABLED.messageKey(), Ways.NONE),
    /** The organization lets nobody in by domain. */
    DISABLED(Verdict.DISABLED.messageKey(), Ways.INVITATION),
    /** The organization counts only domains that it has proven to own, and this one it has not. */
    DOMAIN_NOT_VERIFIED(Verdict.DOMAIN_NOT_VERIFIED.messageKey(), Ways.INVITATION),
    /** The domain opens the organization once that has proven it. */
    DOMAIN_NEEDS_PROOF(Verdict.DOMAIN_NEEDS_PROOF.messageKey(), Ways.INVITATION),
    /** Another organization has proven the domain, and this one has not. */
    DOMAIN_PROVEN_BY_ANOTHER(Verdict.DOMAIN_PROVEN_BY_ANOTHER.messageKey(), Ways.INVITATION),
    /** The realm lets nobody come in by this address, or it cannot be read in one way alone. */
    ADDRESS_OPENS_NOTHING("orgSwitcherPeopleAddressOpensNothing", Ways.NONE),
    /** The account is disabled. */
    USER_DISABLED("orgSwitcherRequestUserDisabled", Ways.NONE),
    /** Keycloak cannot keep a membership of the person. */
    INADMISSIBLE(Verdict.INADMISSIBLE.messageKey(), Ways.NONE),
    /** The person has ways to sign in, and none of a kind that opens the organization. */
    SIGN_IN_KIND("orgSwitcherPeopleSignInKind", Ways.INVITATION),
    /** The organization has turned the person down. */
    DENIED(Verdict.DENIED.messageKey(), Ways.NONE),
    /** Another organization's provider alone says that the address is the person's. */
    PROOF_ELSEWHERE(Verdict.PROOF_ELSEWHERE.messageKey(), Ways.NONE),
    /** Nobody's word counts for the address any more. */
    EMAIL_NOT_VERIFIED(Verdict.EMAIL_NOT_VERIFIED.messageKey(), Ways.NONE),
    /** The account has once lost this very address to its owner, and has it again. */
    SET_ASIDE("orgSwitcherPeopleSetAside", Ways.NONE),
    /** The person belongs to another organization, and the realm lets nobody belong to two. */
    ONE_ORGANIZATION(Verdict.ONE_ORGANIZATION.messageKey(), Ways.NONE),
    /** The person has left, or was removed. */
    LEFT("orgSwitcherPeopleLeft", Ways.NONE),
    /** The person is invited, and has not answered. */
    INVITED("orgSwitcherPeopleInvited", Ways.MEMBERSHIP),
    /** The organization has as many members as it may have. */
    SEATS_FULL(Verdict.SEATS_FULL.messageKey(), Ways.NONE),
    /** The person has asked to join, and nobody has decided. */
    REQUESTED(Verdict.REQUESTED.messageKey(), Ways.MEMBERSHIP),
    /** The person has seen the organization and chosen something else. */
    DISMISSED("orgSwitcherPeopleDismissed", Ways.BOTH),
    /** Nobody has ever signed in to the account. */
    NEVER_SIGNED_IN("orgSwitcherPeopleNeverSignedIn", Ways.BOTH),
    /** The person has not signed in since the organization opens, or only where the switcher does not ask. */
    NOT_SIGNED_IN_SINCE("orgSwitcherPeopleNotSignedInSince", Ways.BOTH);

    /** How an administrator may bring such a person in. */
    private enum Ways {
        NONE,
        INVITATION,
        MEMBERSHIP,
        BOTH
    }

    private final String messageKey;
    private final Ways ways;

    Absence(String messageKey, Ways ways) {
        this.messageKey = messageKey;
        this.ways = ways;
    }

    /**
     * What is known of the person beside the verdict.
     *
     * @param enabled whether the account is
     * @param setAside whether the account has lost this very address before
     * @param neverUsed whether nobody has ever signed in to it
     * @param invited whether an invitation waits for an answer
     * @param status how the person and the organization stand on record; null where they never met
     */
    public record Circumstances(
            boolean enabled,
            boolean setAside,
            boolean neverUsed,
            boolean invited,
            @Nullable EnrollmentStatus status) {}

    /**
     * Why a person is no member.
     *
     * @param verdict what the organization is to the person, who is no member of it
     * @param known what else is known
     * @return the reason; those of the organization come before those of the person
     */
    public static Absence of(Verdict verdict, Circumstances known) {
        Absence reason = valueOf(verdict, known);
        if (!known.enabled() && !reason.isOfOrganization()) {
            return USER_DISABLED;
        }
        return reason;
    }

    private static Absence valueOf(Verdict verdict, Circumstances known) {
        return switch (verdict) {
            case ORGANIZATION_DISABLED -> ORGANIZATION_DISABLED;
            case DISABLED -> DISABLED;
            case DOMAIN_NOT_VERIFIED -> DOMAIN_NOT_VERIFIED;
            case DOMAIN_NEEDS_PROOF -> DOMAIN_NEEDS_PROOF;
            case DOMAIN_PROVEN_BY_ANOTHER -> DOMAIN_PROVEN_BY_ANOTHER;
            case INADMISSIBLE -> INADMISSIBLE;
            case SIGN_IN_KIND -> SIGN_IN_KIND;
            case DENIED -> DENIED;
            case PROOF_ELSEWHERE -> PROOF_ELSEWHERE;
            case EMAIL_NOT_VERIFIED -> EMAIL_NOT_VERIFIED;
            case ONE_ORGANIZATION -> ONE_ORGANIZATION;
            case SEATS_FULL -> known.invited() ? INVITED : SEATS_FULL;
            case REQUESTED -> REQUESTED;
            case AUTOMATIC -> known.setAside() ? SET_ASIDE : known.invited() ? INVITED : unasked(known);
            case OFFERED, REQUESTABLE -> known.setAside() ? SET_ASIDE : byHistory(known);
            case MEMBER -> throw new IllegalArgumentException("A member is not absent");
        };
    }

    /** A denial that has come to its end is still no one else's to overlook. */
    private static Absence byHistory(Circumstances known) {
        EnrollmentStatus status = known.status();
        if (status == EnrollmentStatus.DENIED) {
            return DENIED;
        }
        if (known.invited()) {
            return INVITED;
        }
        if (status == null) {
            return unasked(known);
        }
        return switch (status) {
            case REQUESTED -> REQUESTED;
            case DISMISSED -> DISMISSED;
            case LEFT, JOINED -> LEFT;
            case DENIED -> DENIED;
        };
    }

    private static Absence unasked(Circumstances known) {
        return known.neverUsed() ? NEVER_SIGNED_IN : NOT_SIGNED_IN_SINCE;
    }

    private boolean isOfOrganization() {
        return compareTo(ADDRESS_OPENS_NOTHING) < 0;
    }

    /**
     * The reason as a sentence for administrators.
     *
     * @return a message key
     */
    public String messageKey() {
        return messageKey;
    }

    /**
     * Whether an administrator may invite such a person.
     *
     * @return whether nothing stands against it that the organization or the person has decided
     */
    public boolean isInvitable() {
        return ways == Ways.INVITATION || ways == Ways.BOTH;
    }

    /**
     * Whether an administrator may make such a person a member.
     *
     * @return whether nothing stands against it that the organization or the person has decided
     */
    public boolean isJoinable() {
        return ways == Ways.MEMBERSHIP || ways == Ways.BOTH;
    }
}
