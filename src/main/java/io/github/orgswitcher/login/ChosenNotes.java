package io.github.orgswitcher.login;

import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.membership.Chosen.Outcome;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the person has chosen, kept in the authentication session for the request that ends the step. */
record ChosenNotes(PersonNotes notes) {

    private static final String OUTCOME = "org-switcher.chosen";
    private static final String ORGANIZATION = "org-switcher.chosen.organization";
    private static final String ALIAS = "org-switcher.chosen.alias";
    private static final String DOMAIN = "org-switcher.chosen.domain";

    ChosenNotes(AuthenticationSessionModel authSession) {
        this(new PersonNotes(authSession));
    }

    void keep(Chosen chosen) {
        notes.set(OUTCOME, chosen.outcome().name());
        notes.set(ORGANIZATION, chosen.orgId());
        notes.set(ALIAS, chosen.alias());
        notes.set(DOMAIN, chosen.domain());
    }

    /** Forgets the choice of one organization. */
    void forget(String orgId) {
        if (orgId.equals(notes.get(ORGANIZATION))) {
            notes.set(OUTCOME, null);
        }
    }

    /** Empty where nothing was chosen in this login. */
    Optional<Chosen> read() {
        return Optional.ofNullable(notes.get(OUTCOME))
                .map(Outcome::valueOf)
                .map(outcome -> new Chosen(outcome, notes.get(ORGANIZATION), notes.get(ALIAS), notes.get(DOMAIN)));
    }
}
