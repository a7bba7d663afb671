package io.github.orgswitcher.veto;

import io.github.orgswitcher.store.WithoutWords;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/**
 * All that operators have installed, asked one after the other.
 *
 * @param session the session of the transaction that writes, with the realm in its context
 */
public record JoinDecisions(KeycloakSession session) {

    private static final Logger LOG = Logger.getLogger(JoinDecisions.class);

    /**
     * A refusal, with the error of its event.
     *
     * @param refusal what the person reads
     * @param error the event's error, in Keycloak's form
     */
    public record Veto(JoinRefusal refusal, String error) {}

    private static final Veto FAILED =
            new Veto(JoinRefusal.of("orgSwitcherErrorDecisionFailed"), "org_switcher_decision_failed");

    /**
     * Asks them.
     *
     * @param attempt what is about to be done
     * @return the first word against it; empty where there is none
     */
    public Optional<Veto> veto(JoinAttempt attempt) {
        return session.listProviderIds(JoinDecision.class).stream()
                .sorted()
                .flatMap(id -> ask(id, attempt).stream())
                .findFirst();
    }

    /** Whatever other people's code does, it lets nobody in, and leads to no error page. */
    private Optional<Veto> ask(String id, JoinAttempt attempt) {
        try {
            Optional<Veto> veto = Objects.requireNonNull(session.getProvider(JoinDecision.class, id))
                    .refusal(attempt)
                    .map(refusal -> new Veto(refusal, "org_switcher_vetoed"));
            if (veto.isEmpty() && session.getTransactionManager().getRollbackOnly()) {
                LOG.errorf("The join decision %s took the transaction away, so that nothing was done", id);
                return Optional.of(FAILED);
            }
            return veto;
        } catch (RuntimeException | LinkageError e) {
            LOG.errorf(WithoutWords.of(e), "The join decision %s failed, so that nothing was done", id);
            return Optional.of(FAILED);
        }
    }
}
