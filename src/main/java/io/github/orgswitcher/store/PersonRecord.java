package io.github.orgswitcher.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the extension keeps of one user in one realm. Addresses are kept as keyed hashes.
 *
 * @param skipped whether the person has once chosen to go on without an organization
 * @param passkeyOffered whether the person has once answered the offer of a passkey
 * @param neverUsed whether an administrator has made the account and nobody has ever used it or got a way in
 * @param proofs who has said that an address is the person's
 * @param setAside when and for whom the account lost an address that was never proven; null where it did not
 */
public record PersonRecord(
        boolean skipped,
        boolean passkeyOffered,
        boolean neverUsed,
        Proofs proofs,
        @Nullable SetAside setAside) {

    /** Of a user of whom nothing is known. */
    public static final PersonRecord NONE = new PersonRecord(false, false, false, Proofs.NONE, null);

    /**
     * What an account lost to the owner of an address.
     *
     * @param at when
     * @param addressHash the address
     * @param ownerId the user who has it now
     */
    public record SetAside(Instant at, String addressHash, String ownerId) {}
}
