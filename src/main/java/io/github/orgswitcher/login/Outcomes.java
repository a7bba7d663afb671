package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.SignInKind;
import io.github.orgswitcher.membership.Chosen;
import io.github.orgswitcher.metrics.SwitcherMetrics;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tells operators what became of a login at the switcher: one count and one log line, neither of which names a person. */
public final class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final RealmModel realm;
    private final SignInKind kind;

    /**
     * The outcomes in the realm of a session's context.
     *
     * @param session the Keycloak session
     * @param kind how the person signed in
     */
    public Outcomes(KeycloakSession session, SignInKind kind) {
        this.realm = session.getContext().getRealm();
        this.kind = kind;
    }

    /** The page is shown for the first time in this login. */
    void asked() {
        tell("asked", null, Level.DEBUG);
    }

    /** The login goes on with no page. */
    void proceeded(@Nullable String alias) {
        tell("proceeded", alias, Level.DEBUG);
    }

    /** A choice was due where the application allows no page. */
    void interactionRequired() {
        tell("interaction_required", null, Level.DEBUG);
    }

    /**
     * A choice was carried out. What changes an organization is worth a line in every log.
     *
     * @param chosen what was done
     */
    public void chosen(Chosen chosen) {
        Level level =
                switch (chosen.outcome()) {
                    case CONTINUED, SKIPPED -> Level.DEBUG;
                    case JOINED, ACCEPTED, DECLINED, JOINED_AUTOMATICALLY, REQUESTED, CREATED, LEFT, WITHDRAWN ->
                        Level.INFO;
                };
        tell(chosen.outcome().name().toLowerCase(Locale.ROOT), chosen.alias(), level);
    }

    /** A choice was refused; the error event, which Keycloak logs as a warning, says why. */
    public void refused() {
        tell("refused", null, Level.DEBUG);
    }

    private void tell(String outcome, @Nullable String alias, Level level) {
        SwitcherMetrics.outcome(realm.getName(), kind, outcome);
        LOG.logf(
                level,
                "Realm %s: %s sign-in, %s, organization %s",
                realm.getName(),
                kind,
                outcome,
                alias == null ? "none" : alias);
    }
}
