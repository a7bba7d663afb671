package io.github.orgswitcher.authority;

import io.github.orgswitcher.store.AfterCommit;
import io.github.orgswitcher.store.LostRaceException;
import io.github.orgswitcher.store.OwnTransaction;
import io.github.orgswitcher.store.People;
import io.github.orgswitcher.store.RealmStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/**
 * Who is linked to an identity provider and is not yet on record as such. Their links may be gone when it is written.
 *
 * @param realmId the realm
 * @param pages their ids in order, some hundred a page; what is written is taken out
 */
record LinkedPeople(String realmId, Deque<List<String>> pages) {

    private static final int PAGE = 100;

    /** Reads who they are, as a session sees it. */
    static LinkedPeople of(KeycloakSession any, String realmId, String alias) {
        People people = RealmStore.of(any, realmId).people();
        Deque<List<String>> pages = new ArrayDeque<>();
        List<String> page = people.linkedWithoutNote(alias, "", PAGE);
        while (!page.isEmpty()) {
            pages.add(page);
            page = people.linkedWithoutNote(alias, page.get(page.size() - 1), PAGE);
        }
        return new LinkedPeople(realmId, pages);
    }

    /** Writes at once what has to be on record before the request ends; where others are in the way, soon after it. */
    void keepBefore(KeycloakSession session) {
        try {
            keep(session);
        } catch (LostRaceException e) {
            AfterCommit.call(session, any -> AfterCommit.soon(any, this::keep));
        }
    }

    /**
     * Writes what is left.
     *
     * @throws LostRaceException where others were in the way of a page
     */
    void keep(KeycloakSession any) {
        while (!pages.isEmpty()) {
            // Each page waits for its people alone.
            List<String> page = pages.element();
            OwnTransaction.of(any).call(own -> {
                RealmStore.of(own, realmId).people().saveLinked(page);
                return realmId;
            });
            pages.remove();
        }
    }
}
