package io.github.orgswitcher.verification;

import io.github.orgswitcher.domain.DomainRules;
import io.github.orgswitcher.domain.RefusedDomainException;
import io.github.orgswitcher.settings.SwitcherConfig;
import io.github.orgswitcher.store.AllowedDomain;
import io.github.orgswitcher.store.DomainProof;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import io.github.orgswitcher.store.Verification;
import io.github.orgswitcher.verification.TxtAnswer.Unavailable;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Looks up whether organizations have proven that they own their allowed domains. */
public final class DomainVerification implements Provider {

    private static final Logger LOG = Logger.getLogger(DomainVerification.class);

    private final KeycloakSession session;
    private final TxtResolver resolver;
    private final ProofRules rules;

    DomainVerification(KeycloakSession session, TxtResolver resolver, ProofRules rules) {
        this.session = session;
        this.resolver = resolver;
        this.rules = rules;
    }

    /**
     * Looks the record up now, and writes what comes of it in a transaction of its own.
     *
     * @param realm the realm, which is the session's
     * @param domain the domain
     * @return what was seen; empty where the row is gone or was checked by others meanwhile, and so nothing was written
     * @throws RefusedDomainException where the realm's rules refuse the domain; then DNS is not asked
     * @throws LostRaceException when others were in the way of writing it
     */
    public Optional<DomainCheck> check(RealmModel realm, AllowedDomain domain) throws RefusedDomainException {
        DomainRules domainRules = SwitcherConfig.of(session, realm).domainRules();
        domainRules.allow(domain.domain());
        return check(realm, domain, TxtRecord.of(domain));
    }

    /**
     * Notes that a domain's check is done although DNS was not asked.
     *
     * @param realm the realm, which is the session's
     * @param domain the domain
     * @throws LostRaceException when others were in the way of writing it
     */
    void skip(RealmModel realm, AllowedDomain domain) {
        save(realm, domain, LookupOutcome.UNAVAILABLE, now());
    }

    private Optional<DomainCheck> check(RealmModel realm, AllowedDomain domain, TxtRecord record) {
        Instant asked = now();
        TxtAnswer answer = resolver.lookUp(record.name());
        if (answer instanceof Unavailable failure) {
            LOG.warnf("Realm %s: DNS gave no answer about %s: %s", realm.getName(), record.name(), failure.reason());
        }
        LookupOutcome outcome = record.in(answer);
        return save(realm, domain, outcome, asked).map(saved -> new DomainCheck(saved, record, outcome));
    }

    private Optional<AllowedDomain> save(RealmModel realm, AllowedDomain before, LookupOutcome outcome, Instant asked) {
        DomainProof proof = rules.after(before.proof(), outcome, asked);
        boolean saved = OwnTransaction.of(session)
                .call(own -> RealmStore.of(own, realm).proofs().save(before, proof));
        if (!saved) {
            return Optional.empty();
        }
        if (proof.verification() != before.verification()) {
            LOG.logf(
                    proof.verification() == Verification.LAPSED ? Logger.Level.WARN : Logger.Level.INFO,
                    "Realm %s, organization %s: proof of %s is %s, was %s",
                    realm.getName(),
                    before.orgId(),
                    before.domain(),
                    proof.verification(),
                    before.verification());
        }
        return Optional.of(before.withProof(proof));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    @Override
    public void close() {}
}
