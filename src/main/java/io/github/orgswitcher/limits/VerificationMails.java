package io.github.orgswitcher.limits;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keycloak's mails that verify an address, as far as people ask for them on the switcher. They count with those of the sign-in by
 * email, at its defaults, so that a mailbox, a network and a realm have one budget. What is asked for one address is counted
 * apart: neither kind of mail can be used up to keep the address's owner from the other.
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
     * @return false where a limit is reached; then nothing is counted
     */
    public boolean take(EmailAddress address) {
        CountedBy counted = new CountedBy(session, realm, address);
        Rates rates = Rates.of(Countable.MAIL, (name, standard) -> standard);
        List<Allowance> limits =
                new ArrayList<>(counted.limits(Countable.MAIL, rates, Scope.MAILBOX, Scope.CLIENT, Scope.REALM));
        limits.addAll(counted.limits("verification", rates, Scope.ADDRESS));
        return new Tally(session).takeAll(limits).isPresent();
    }
}
