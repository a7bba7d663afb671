package io.github.orgswitcher.management;

import io.github.orgswitcher.domain.EmailAddress;
import io.github.orgswitcher.hash.KeyedHash;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

    /** Whether one more may go out, which is counted then. */
    boolean take(String orgId, EmailAddress address) {
        String hash = KeyedHash.of(session, session.getContext().getRealm()).of(PURPOSE, address.text());
        return take("organization." + orgId, OF_AN_ORGANIZATION) && take("address." + hash, TO_AN_ADDRESS);
    }

    /** Each is a key of its own: what is counted at once on two nodes is counted twice. */
    private boolean take(String whose, int most) {
        return IntStream.range(0, most)
                .mapToObj(number -> PURPOSE + "." + whose + "." + number)
                .anyMatch(key -> session.singleUseObjects().putIfAbsent(key, TimeUnit.DAYS.toSeconds(1)));
    }
}
