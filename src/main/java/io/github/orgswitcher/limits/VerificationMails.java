package io.github.orgswitcher.limits;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keycloak's mails that verify an address, as far as people ask for them on the switcher. They have the limits of the sign-in by
 * email, at its defaults, and are counted apart from it: who asks here has signed in, and nobody who has not can use up what a
 * mailbox, a network or the realm may have of them.
 */
public final class VerificationMails {

    private final KeycloakSession session;
    private final RealmModel realm;

    /**
     * The mails of a realm.
     *
     * @param session the session of the request that asks
     * @param realm the realm
     */
    public VerificationMails(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Counts one before it is sent.
     *
     * @param address where to
     * @return what it was counted by, or empty where a limit is reached; then nothing is counted
     */
    public Optional<List<String>> take(EmailAddress address) {
        CountedBy counted = new CountedBy(session, realm, address);
        return new Tally(session)
                .takeAll(counted.limits("verification", Rates.standard(Countable.MAIL), Scope.values()));
    }

    /**
     * Takes back one that could not be sent.
     *
     * @param counted what it was counted by
     */
    public void giveBack(List<String> counted) {
        new Tally(session).free(counted);
    }
}
