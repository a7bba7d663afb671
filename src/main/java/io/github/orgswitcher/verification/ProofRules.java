package io.github.orgswitcher.verification;

import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a look-up makes of a proof.
 *
 * @param lapseAfter how long a proof may be missing before the domain is verified no longer
 */
record ProofRules(Duration lapseAfter) {

    /**
     * The proof after a look-up. A record that is not there must be missed twice, this time apart, before it counts; no
     * answer changes nothing.
     *
     * @param before the proof before it
     * @param outcome what was seen
     * @param now when DNS was asked
     * @return the proof
     */
    DomainProof after(DomainProof before, LookupOutcome outcome, Instant now) {
        return switch (outcome) {
            case FOUND -> found(before, now);
            case NOT_FOUND, OTHER_VALUE ->
                before.verification() == Verification.VERIFIED ? missing(before, now) : unproven(before, now);
            case UNAVAILABLE -> unproven(before, now);
        };
    }

    private static DomainProof found(DomainProof before, Instant now) {
        Instant since = before.verification() == Verification.VERIFIED
                ? Objects.requireNonNullElse(before.verifiedAt(), now)
                : now;
        return new DomainProof(Verification.VERIFIED, before.token(), since, now, null);
    }

    private DomainProof missing(DomainProof before, Instant now) {
        Instant since = Objects.requireNonNullElse(before.missingSince(), now);
        boolean lapsed = before.missingSince() != null && !now.isBefore(since.plus(lapseAfter));
        Verification verification = lapsed ? Verification.LAPSED : Verification.VERIFIED;
        return new DomainProof(verification, before.token(), before.verifiedAt(), now, since);
    }

    private static DomainProof unproven(DomainProof before, Instant now) {
        Verification asked = before.verification() == Verification.NONE ? Verification.PENDING : before.verification();
        return new DomainProof(asked, before.token(), before.verifiedAt(), now, before.missingSince());
    }
}
