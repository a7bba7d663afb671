package io.github.orgswitcher.authority;

import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.Proofs;
import io.github.orgswitcher.store.RealmStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a request has learned about who has proven one person's address. It is written in a transaction of its own, because
 * others wait for the person's row. The request itself may not see it there, nor any more in this transaction, so it reads
 * what is on record through here.
 */
final class PendingProofs {

    private static final Logger LOG = Logger.getLogger(PendingProofs.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String userId;
    private final List<UnaryOperator<Proofs>> changes = new ArrayList<>();

    private PendingProofs(KeycloakSession session, RealmModel realm, String userId) {
        this.session = session;
        this.realm = realm;
        this.userId = userId;
    }

    static PendingProofs of(KeycloakSession session, RealmModel realm, String userId) {
        String key = PendingProofs.class.getName() + '/' + userId;
        PendingProofs known = session.getAttribute(key, PendingProofs.class);
        if (known == null) {
            known = new PendingProofs(session, realm, userId);
            session.setAttribute(key, known);
        }
        return known;
    }

    /** What is on record, with what this request adds. */
    Proofs over(Proofs onRecord) {
        Proofs proofs = onRecord;
        for (UnaryOperator<Proofs> change : changes) {
            proofs = change.apply(proofs);
        }
        return proofs;
    }

    /** Writes once the request is done and nothing of it waits any more: it may have written the person's row itself. */
    void later(UnaryOperator<Proofs> change) {
        if (isNews(change)) {
            changes.add(change);
            session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
                @Override
                protected void commitImpl() {
                    write(change);
                }

                @Override
                protected void rollbackImpl() {}
            });
        }
    }

    /** Writes at once, for other transactions of the same request. */
    void now(UnaryOperator<Proofs> change) {
        if (isNews(change)) {
            changes.add(change);
            write(change);
        }
    }

    private boolean isNews(UnaryOperator<Proofs> change) {
        Proofs present = over(people(session).find(userId).proofs());
        return !change.apply(present).equals(present);
    }

    /** The login goes on without it. */
    private void write(UnaryOperator<Proofs> change) {
        try {
            OwnTransaction.person(session, userId).call(inner -> {
                People people = people(inner);
                Proofs present = people.find(userId).proofs();
                Proofs changed = change.apply(present);
                if (!changed.equals(present)) {
                    people.saveProofs(userId, changed);
                }
                return userId;
            });
        } catch (LostRaceException e) {
            LOG.warnf(
                    "Realm %s, user %s: who has proven the address could not be recorded: %s",
                    realm.getName(), userId, e.getMessage());
        }
    }

    private People people(KeycloakSession any) {
        return RealmStore.of(any, realm).people();
    }
}
