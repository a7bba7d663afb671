package io.github.orgswitcher.management;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.KeyedHash;
import io.github.orgswitcher.limits.Allowance;
import io.github.orgswitcher.limits.Tally;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.KeycloakSession;

/** How many invitations managers may mail a day, so that nobody has the realm write to strangers without end. */
final class InvitationPostage {

    private static final int OF_AN_ORGANIZATION = 50;
    private static final int TO_AN_ADDRESS = 3;

    private static final String PURPOSE = "org-switcher.invited";

    private final KeycloakSession session;

    InvitationPostage(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Counts one before it is written.
     *
     * @return what it was counted by, or empty where a limit is reached; then nothing is counted
     */
    Optional<List<String>> take(String orgId, EmailAddress address) {
        String hash = KeyedHash.of(session, session.getContext().getRealm()).of(PURPOSE, address.text());
        long day = TimeUnit.DAYS.toSeconds(1);
        return new Tally(session)
                .takeAll(List.of(
                        new Allowance("invited.address." + hash, TO_AN_ADDRESS, day),
                        new Allowance("invited.organization." + orgId, OF_AN_ORGANIZATION, day)));
    }

    /** Takes back one that was not written. */
    void giveBack(List<String> counted) {
        new Tally(session).free(counted);
    }
}
