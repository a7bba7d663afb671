package io.github.orgswitcher.limits;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The mails with codes that managers have sent to strangers. A mailbox, a network and a realm have one budget with the sign-in by email,
 * at its defaults. What goes to one address is counted apart, so that nobody uses up the mails that its owner signs in by; and each
 * organization has few, as its manager's guesses at codes are as many times more.
 */
public final class AffiliationMails {

    private static final int OF_AN_ORGANIZATION = 10;
    private static final Rates TO_AN_ADDRESS = new Rates(Map.of(Scope.ADDRESS, new Rate(3, 3)));

    private final KeycloakSession session;
    private final RealmModel realm;

    /**
     * The mails of a realm.
     *
     * @param session the session of the request that asks
     * @param realm the realm
     */
    public AffiliationMails(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Counts one before it is sent.
     *
     * @param orgId the organization that it is for
     * @param address where to
     * @return what it was counted by, or empty where a limit is reached; then nothing is counted
     */
    public Optional<List<String>> take(String orgId, EmailAddress address) {
        CountedBy counted = new CountedBy(session, realm, address);
        Rates rates = Rates.of(Countable.MAIL, (name, standard) -> standard);
        List<Allowance> limits =
                new ArrayList<>(counted.limits(Countable.MAIL, rates, Scope.MAILBOX, Scope.CLIENT, Scope.REALM));
        limits.addAll(counted.limits("affiliation", TO_AN_ADDRESS, Scope.ADDRESS));
        limits.add(new Allowance("affiliation.organization." + orgId, OF_AN_ORGANIZATION, Rate.DAY_SECONDS));
        return new Tally(session).takeAll(limits);
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
