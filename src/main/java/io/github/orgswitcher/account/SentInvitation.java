package io.github.orgswitcher.account;

import io.github.orgswitcher.management.Act;
import io.github.orgswitcher.management.Act.Deed;
import io.github.orgswitcher.management.ManagedInvitations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organization's invitation in JSON, for one who manages it.
 *
 * @param id its id
 * @param email where it went
 * @param expiresAt until when it counts, in milliseconds since 1970
 * @param expired whether it counts no longer
 */
public record SentInvitation(String id, String email, long expiresAt, boolean expired) {

    /**
     * Who is to be invited.
     *
     * @param email the email address
     */
    @Schema(name = "NewInvitation")
    public record Invitee(String email) {}

    /**
     * An invitation that is there now.
     *
     * @param id its id
     * @param mailed whether its mail is out; the invitation stands without, and can be sent again
     */
    @Schema(name = "NewInvitationResult")
    public record Posted(@Nullable String id, boolean mailed) {

        static Posted of(Act act) {
            return new Posted(act.invitation(), act.deed() != Deed.INVITED_WITHOUT_MAIL);
        }
    }

    static SentInvitation of(ManagedInvitations.Listed listed) {
        return new SentInvitation(
                listed.id(), listed.email(), listed.expiresAt().toEpochMilli(), listed.expired());
    }
}
