package io.github.orgswitcher.login;

import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the person has chosen, kept in the authentication session for the request that ends the step. */
record ChosenNotes(AuthenticationSessionModel authSession) {

    private static final String OUTCOME = "org-switcher.chosen";
    private static final String ORGANIZATION = "org-switcher.chosen.organization";
    private static final String ALIAS = "org-switcher.chosen.alias";
    private static final String DOMAIN = "org-switcher.chosen.domain";

    void keep(Chosen chosen) {
        set(OUTCOME, chosen.outcome().name());
        set(ORGANIZATION, chosen.orgId());
        set(ALIAS, chosen.alias());
        set(DOMAIN, chosen.domain());
    }

    /** Forgets the choice of one organization. */
    void forget(String orgId) {
        if (orgId.equals(authSession.getAuthNote(ORGANIZATION))) {
            set(OUTCOME, null);
        }
    }

    /** Empty where nothing was chosen in this login. */
    Optional<Chosen> read() {
        return Optional.ofNullable(authSession.getAuthNote(OUTCOME))
                .map(Outcome::valueOf)
                .map(outcome -> new Chosen(
                        outcome,
                        authSession.getAuthNote(ORGANIZATION),
                        authSession.getAuthNote(ALIAS),
                        authSession.getAuthNote(DOMAIN)));
    }

    private void set(String name, @Nullable String value) {
        if (value == null) {
            authSession.removeAuthNote(name);
        } else {
            authSession.setAuthNote(name, value);
        }
    }
}
