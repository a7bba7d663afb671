package io.github.orgswitcher.decision;

import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * On which terms an organization lets in whoever comes over one of its allowed domains.
 *
 * @param joinMode what a match gives
 * @param maxMembers how many members there may be; null for no limit
 * @param signInKinds the kinds of sign-in that open the organization; empty for all
 * @param requireVerifiedDomain whether only domains count that the organization has proven to own
 */
public record Terms(
        JoinMode joinMode, @Nullable Integer maxMembers, Set<SignInKind> signInKinds, boolean requireVerifiedDomain) {

    /** Copies the set. */
    public Terms {
        signInKinds = Set.copyOf(signInKinds);
    }

    /**
     * Whether one more member is allowed.
     *
     * @param members counts those that there are; asked only where it matters
     * @return whether there is a seat
     */
    public boolean seatLeft(LongSupplier members) {
        return maxMembers == null || members.getAsLong() < maxMembers;
    }

    /** Whether a kind of sign-in opens the organization; null stands for every kind. */
    boolean counts(@Nullable SignInKind kind) {
        return kind == null || signInKinds.isEmpty() || signInKinds.contains(kind);
    }
}
