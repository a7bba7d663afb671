package io.github.orgswitcher.limits;

import org.keycloak.models.KeycloakSession;

/** How often those who manage an organization have DNS asked about its domains, so that nobody sends name servers questions without end. */
public final class DomainChecks {

    private static final int PER_HOUR = 20;

    private final KeycloakSession session;

    /**
     * The look-ups of a realm.
     *
     * @param session the session of the request that asks
     */
    public DomainChecks(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Counts one before it is made.
     *
     * @param orgId the organization
     * @return false where the limit is reached; then nothing is counted
     */
    public boolean take(String orgId) {
        return new Tally(session).take(new Allowance("domain-checks." + orgId, PER_HOUR, Rate.HOUR_SECONDS));
    }
}
