package io.github.orgswitcher.limits;

import io.github.orgswitcher.domain.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/**
 * The mails with codes that managers have sent to strangers. Each organization has few, as its manager's guesses at codes are as
 * many times more.
 */
public final class AffiliationMails {

    private static final int OF_AN_ORGANIZATION = 10;

    private final KeycloakSession session;

    /**
     * The mails of a realm.
     *
     * @param session the session of the request that asks, with the realm in its context
     */
    public AffiliationMails(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Counts one before it is sent.
     *
     * @param orgId the organization that it is for
     * @param address where to
     * @return what it was counted by, or empty where a limit is reached; then nothing is counted
     */
    public Optional<List<String>> take(String orgId, EmailAddress address) {
        ManagersMails limits = new ManagersMails(session, "affiliation", OF_AN_ORGANIZATION);
        return new Tally(session)
                .takeAll(Stream.concat(limits.own(orgId, address).stream(), limits.shared(address).stream())
                        .toList());
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
