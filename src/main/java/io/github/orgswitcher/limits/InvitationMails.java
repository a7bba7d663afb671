package io.github.orgswitcher.limits;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The invitations that managers mail, so that nobody has the realm write to strangers without end. */
public final class InvitationMails {

    private static final int OF_AN_ORGANIZATION = 50;

    private final KeycloakSession session;
    private final Tally tally;

    /**
     * The mails of a realm.
     *
     * @param session the session of the request that asks, with the realm in its context
     */
    public InvitationMails(KeycloakSession session) {
        this.session = session;
        this.tally = new Tally(session);
    }

    /**
     * An invitation that its organization may send.
     *
     * @param slots what its mail was counted by
     * @param mailed whether there is to be a mail; none where others have used up what all have together, which keeps nobody from
     *     inviting
     */
    public record Counted(List<String> slots, boolean mailed) {

        /** Copies the slots. */
        public Counted {
            slots = List.copyOf(slots);
        }
    }

    /**
     * Counts one before it is written.
     *
     * @param orgId the organization that it is for
     * @param address where to
     * @return what it was counted by, or empty where a limit of the organization's own is reached; then nothing is counted
     */
    public Optional<Counted> take(String orgId, EmailAddress address) {
        ManagersMails limits = new ManagersMails(session, "invitation", OF_AN_ORGANIZATION);
        return tally.takeAll(limits.own(orgId, address)).map(own -> withShared(own, limits.shared(address)));
    }

    private Counted withShared(List<String> own, List<Allowance> limits) {
        List<String> shared = tally.takeAll(limits).orElse(List.of());
        if (shared.isEmpty()) {
            tally.free(own);
            return new Counted(List.of(), false);
        }
        List<String> all = new ArrayList<>(own);
        all.addAll(shared);
        return new Counted(all, true);
    }

    /**
     * Takes back one that was not written.
     *
     * @param counted what it was counted by
     */
    public void giveBack(Counted counted) {
        tally.free(counted.slots());
    }
}
