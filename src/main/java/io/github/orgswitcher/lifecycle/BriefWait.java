package io.github.orgswitcher.lifecycle;

import io.github.orgswitcher.platform.admin.ErrorAnswer;
import io.github.orgswitcher.platform.table.FailedWrite;
import io.github.orgswitcher.rest.Sentences;
import io.github.orgswitcher.store.OrgSwitcherStore;
import io.github.orgswitcher.store.OwnTransaction;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * What is ours to do in a request of Keycloak's own that removes something, and that waits for whoever writes of the same: no
 * longer than the request's transactions of ours would. Then the request is refused and can be made again.
 *
 * @param session the session of the request
 * @param realm the realm that the request changes
 */
record BriefWait(KeycloakSession session, RealmModel realm) {

    private static final Logger LOG = Logger.getLogger(BriefWait.class);

    /**
     * Does it.
     *
     * @throws WebApplicationException with 409 where others were in the way
     */
    void call(Runnable work) {
        if (OwnTransaction.isIn(session)) {
            work.run();
            return;
        }
        try {
            OrgSwitcherStore.of(session).briefly(work);
        } catch (RuntimeException e) {
            if (!FailedWrite.isOfDatabase(e)) {
                throw e;
            }
            LOG.warnf(
                    "Realm %s: others were in the way of a removal: %s",
                    realm.getName(), e.getClass().getName());
            session.getTransactionManager().setRollbackOnly();
            throw ErrorAnswer.of(Status.CONFLICT, null, sentence());
        }
    }

    /** Once a statement has failed, some databases answer no other of the same transaction. */
    private String sentence() {
        String realmId = realm.getId();
        return OwnTransaction.of(session)
                .call(own -> Sentences.of(own, own.realms().getRealm(realmId), null, Theme.Type.ADMIN)
                        .message("orgSwitcherLostRace"));
    }
}
