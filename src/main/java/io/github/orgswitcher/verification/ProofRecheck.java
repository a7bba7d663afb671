package io.github.orgswitcher.verification;

import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.timer.ScheduledTask;

/**
 * Looks the proofs of verified domains up again, the longest unchecked first. Each check has a transaction of its own.
 *
 * <p>A run ends soon, because Keycloak's other tasks wait for it on the same thread, and at once where DNS answers nothing;
 * what it did not come to is due in the next.
 */
final class ProofRecheck implements ScheduledTask {

    private static final Logger LOG = Logger.getLogger(ProofRecheck.class);
    private static final Duration MAX_RUN = Duration.ofSeconds(30);
    private static final int BATCH = 1000;
    private static final int MAX_FAILURES_IN_A_ROW = 5;

    private final Duration interval;

    ProofRecheck(Duration interval) {
        this.interval = interval;
    }

    @Override
    public void run(KeycloakSession session) {
        Instant start = now();
        Run run = new Run(session, start.plus(MAX_RUN));
        run.checkAll(due(session, start));
        run.log();
    }

    private List<RealmDomain> due(KeycloakSession session, Instant start) {
        return OwnTransaction.of(session)
                .call(own -> OrgSwitcherStore.of(own).proofsToCheck(start.minus(interval), BATCH));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    /** What one run has seen. */
    private static final class Run {

        private final KeycloakSession session;
        private final Instant end;
        private final Map<LookupOutcome, Integer> seen = new EnumMap<>(LookupOutcome.class);
        private int failuresInARow;

        Run(KeycloakSession session, Instant end) {
            this.session = session;
            this.end = end;
        }

        void checkAll(List<RealmDomain> due) {
            for (RealmDomain domain : due) {
                if (failuresInARow == MAX_FAILURES_IN_A_ROW || now().isAfter(end)) {
                    return;
                }
                check(domain).ifPresent(this::count);
            }
        }

        private Optional<LookupOutcome> check(RealmDomain due) {
            RealmModel realm = session.realms().getRealm(due.realmId());
            if (realm == null) {
                return Optional.empty();
            }
            session.getContext().setRealm(realm);
            try {
                return check(realm, due.domain());
            } catch (LostRaceException e) {
                LOG.infof(
                        "Realm %s: the check of %s is put off",
                        realm.getName(), due.domain().domain());
                return Optional.empty();
            }
        }

        private Optional<LookupOutcome> check(RealmModel realm, AllowedDomain domain) {
            DomainVerification verification = session.getProvider(DomainVerification.class);
            try {
                return verification.check(realm, domain).map(DomainCheck::outcome);
            } catch (RefusedDomainException e) {
                // Nobody gets in over a domain that the realm refuses now, and its proof is no concern of DNS.
                verification.skip(realm, domain);
                return Optional.empty();
            }
        }

        private void count(LookupOutcome outcome) {
            seen.merge(outcome, 1, Integer::sum);
            failuresInARow = outcome == LookupOutcome.UNAVAILABLE ? failuresInARow + 1 : 0;
        }

        void log() {
            if (!seen.isEmpty()) {
                LOG.infof("Proofs of domains were looked up again: %s", seen);
            }
        }
    }
}
