package io.github.orgswitcher.membership;

import io.github.orgswitcher.decision.Invitation;
import io.github.orgswitcher.decision.Reach;
import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

/**
 * The invitations to people's own proven addresses, whatever keeps them from accepting one. Whom an organization wants may have an
 * address on any domain; what counts is that the address is the person's.
 */
public final class SentInvitations {

    private final RealmStore store;
    private final OwnAddress ownAddress;

    SentInvitations(RealmStore store, OwnAddress ownAddress) {
        this.store = store;
        this.ownAddress = ownAddress;
    }

    /**
     * An invitation by its id.
     *
     * @param user the person
     * @param id the id, from anywhere
     * @return the invitation; empty where none of that id was sent to the person
     */
    public Optional<Invitation> find(UserModel user, String id) {
        return to(user).stream()
                .filter(invitation -> invitation.id().equals(id))
                .findFirst();
    }

    /** All of a person's, the latest first. */
    List<Invitation> to(UserModel user) {
        if (!ownAddress.isProven(user)) {
            return List.of();
        }
        Reach reach = ownAddress.reach(user);
        return EmailAddress.onRecord(user.getEmail())
                .map(address ->
                        store.invitations().to(user.getId(), address, Instant.ofEpochMilli(Time.currentTimeMillis())))
                .orElse(List.of())
                .stream()
                .filter(invitation -> reach.covers(invitation.organization().id()))
                .toList();
    }
}
