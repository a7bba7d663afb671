package io.github.orgswitcher.login;

import io.github.orgswitcher.decision.Denial;
import io.github.orgswitcher.decision.Standing;
import io.github.orgswitcher.membership.MadeRequests;
import io.github.orgswitcher.membership.PageLists;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OnCommit;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.RealmStore;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * Tells a person, once, who has turned them down: the page that is drawn has told it, and says it for as long as it stays open.
 *
 * @param session the Keycloak session
 * @param userId the person
 * @param notes what was told in this login
 */
record Tidings(KeycloakSession session, String userId, SwitcherNotes notes) {

    private static final Logger LOG = Logger.getLogger(Tidings.class);

    /**
     * What the page is to tell, which counts as told from then on.
     *
     * @param standing how the person stands
     * @return the denials; nothing is read where there is none to tell
     */
    List<Denial> tell(Standing standing) {
        if (!standing.untold()) {
            return List.of();
        }
        List<String> told = notes.told();
        List<Denial> denials = MadeRequests.of(session, userId).denials().stream()
                .filter(denial ->
                        !denial.told() || told.contains(denial.organization().id()))
                .limit(PageLists.MOST)
                .toList();
        notes.tell(ids(denials));
        List<String> news =
                ids(denials.stream().filter(denial -> !denial.told()).toList());
        if (!news.isEmpty()) {
            session.getTransactionManager().enlistAfterCompletion(new OnCommit(() -> keep(news)));
        }
        return denials;
    }

    /** Where it cannot be kept, the next login tells it once more. */
    private void keep(List<String> news) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        try {
            OwnTransaction.of(session).call(inner -> {
                RealmStore.of(inner, inner.getContext().getRealm())
                        .enrollments()
                        .saveTold(userId, news, now);
                return news;
            });
        } catch (LostRaceException e) {
            LOG.warnf("User %s: that a denial was told could not be recorded: %s", userId, e.getMessage());
        }
    }

    private static List<String> ids(List<Denial> denials) {
        return denials.stream().map(denial -> denial.organization().id()).toList();
    }
}
