package io.github.orgswitcher.store;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.keycloak.models.KeycloakSession;

/**
 * What a request of Keycloak's own locks until it ends, as an {@link OwnTransaction} does in its own: first the person, then the
 * organization; and what Keycloak writes without a limit to its waiting. The request itself takes only what is free, since a wait in vain would be the end of its transaction. Who has to be
 * waited for is waited for beside it.
 *
 * @param session the session of the request, with the realm in its context
 */
public record RowsOfRequest(KeycloakSession session) {

    /** Others may be in the way again by the time that the request comes for what was free. */
    private static final int ATTEMPTS = 5;

    /**
     * Locks somebody. From then on the request opens no transaction that locks the same person: it would wait for itself.
     *
     * @param userId the person
     * @throws LostRaceException where others were waited for in vain
     */
    public void lockPerson(String userId) {
        lock(
                () -> OwnTransaction.person(session, userId).call(own -> true),
                () -> store(session).people().lockFree(userId));
    }

    /**
     * Locks an organization, if it is there.
     *
     * @param orgId the organization
     * @throws LostRaceException where others were waited for in vain
     */
    public void lockOrganization(String orgId) {
        lock(
                () -> OwnTransaction.of(session)
                        .call(own ->
                                !store(own).organizations().lock(Set.of(orgId)).isEmpty()),
                () -> store(session).organizations().lockFree(orgId));
    }

    /**
     * Locks an account of Keycloak's own storage, if it is there. No transaction of ours writes of it then, as with a person.
     *
     * @param userId the account
     * @throws LostRaceException where others were waited for in vain
     */
    public void lockAccount(String userId) {
        lock(
                () -> OwnTransaction.of(session).call(own -> store(own).people().lockAccount(userId)),
                () -> store(session).people().lockFreeAccount(userId));
    }

    /**
     * Locks an invitation, if it is there.
     *
     * @param invitationId the invitation
     * @return whether it is there
     * @throws LostRaceException where others were waited for in vain
     */
    public boolean lockInvitation(String invitationId) {
        return lock(
                () -> OwnTransaction.of(session)
                        .call(own -> store(own).invitations().lock(invitationId)),
                () -> store(session).invitations().lockFree(invitationId));
    }

    /**
     * Locks an invitation, and first the oldest to the same address, if they are there. Whoever makes an account of the address by another
     * organization's invitation waits for the oldest, too: there is no account yet to wait for.
     *
     * @param invitationId the invitation
     * @param email the address, as the invitation has it
     * @throws LostRaceException where others were waited for in vain
     */
    public void lockInvitation(String invitationId, String email) {
        String first;
        do {
            first = OwnTransaction.of(session)
                    .call(own -> store(own).invitations().oldest(email).orElse(invitationId));
            // It may have been the one of whoever was waited for.
        } while (!lockInvitation(first) && !first.equals(invitationId));
        if (!first.equals(invitationId)) {
            lockInvitation(invitationId);
        }
    }

    /** Whether there was anything to lock. */
    private static boolean lock(BooleanSupplier awaited, BooleanSupplier taken) {
        for (int attempt = 1; awaited.getAsBoolean(); attempt++) {
            if (taken.getAsBoolean()) {
                return true;
            }
            if (attempt == ATTEMPTS) {
                throw new LostRaceException();
            }
            OwnTransaction.pause(attempt);
        }
        return false;
    }

    private static RealmStore store(KeycloakSession any) {
        return RealmStore.of(any, any.getContext().getRealm());
    }
}
