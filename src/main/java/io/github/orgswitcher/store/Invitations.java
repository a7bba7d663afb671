package io.github.orgswitcher.store;

import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.domain.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keycloak's own invitations to one realm's organizations. */
public interface Invitations {

    /** The most that one person is shown. */
    int MAX = 20;

    /**
     * The invitations to an address that have not expired, of enabled organizations that the person does not belong to. Of
     * several by one organization only the latest counts. One query, and another one where there are any.
     *
     * @param userId the person
     * @param address the person's address
     * @param now the time
     * @return the latest first, {@value #MAX} at most
     */
    List<Invitation> to(String userId, EmailAddress address, Instant now);

    /**
     * Whom an organization invites, and who has not answered.
     *
     * @param orgId the organization
     * @param addresses some hundred addresses at most
     * @param now the time
     * @return those of the addresses that an invitation which has not expired went to
     */
    Set<EmailAddress> pending(String orgId, Collection<EmailAddress> addresses, Instant now);

    /**
     * Uses an invitation up: nobody can answer it any more, and Keycloak lists it no more.
     *
     * @param invitation the invitation
     * @return whether it was there; false where others were faster
     */
    boolean use(Invitation invitation);

    /**
     * The invitation to an address that is there for the longest, expired or not: none that is made meanwhile comes before it.
     *
     * @param email the address, as an invitation has it
     * @return its id; empty where there is none
     */
    Optional<String> oldest(String email);

    /**
     * Makes whoever answers an invitation, or takes it back, wait until the transaction ends.
     *
     * @param invitationId the invitation
     * @return whether it is there
     */
    boolean lock(String invitationId);

    /**
     * The same for one that nobody else has locked; it waits for nobody.
     *
     * @param invitationId the invitation
     * @return false where somebody has, or where it is not there
     */
    boolean lockFree(String invitationId);

    /**
     * Remembers that a person saw an invitation and chose something else.
     *
     * @param userId the person
     * @param invitation the invitation
     * @param now the time
     */
    void passOver(String userId, Invitation invitation, Instant now);
}
