package io.github.orgswitcher.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** What the extension keeps, realm by realm, and the few questions that go across realms. */
public interface OrgSwitcherStore extends Provider {

    /**
     * The store of a session.
     *
     * @param session the session, in whose transaction it reads and writes
     * @return the store
     */
    static OrgSwitcherStore of(KeycloakSession session) {
        return session.getProvider(OrgSwitcherStore.class);
    }

    /**
     * What is kept of one realm.
     *
     * @param realmId the realm, which may be gone
     * @return its rooms
     */
    RealmStore of(String realmId);

    /**
     * The realms that have organizations.
     *
     * @return their ids
     */
    List<String> realmsWithOrganizations();

    /**
     * The realms that have a required action registered.
     *
     * @param providerId the action
     * @return their ids
     */
    List<String> realmsWithAction(String providerId);

    /**
     * Verified domains of all realms whose proof was not checked for long, the longest unchecked first.
     *
     * @param checkedUntil the latest time of the last check
     * @param max most rows to return
     * @return the rows
     */
    List<RealmDomain> proofsToCheck(Instant checkedUntil, int max);

    /**
     * Letters of all realms that are due, the longest due first.
     *
     * @param now the time
     * @param max most notices to look at
     * @return each letter once
     */
    List<Notice.Letter> lettersDue(Instant now, int max);

    /**
     * Forgets notices of all realms that were sent long ago.
     *
     * @param before until when
     */
    void removeSentNotices(Instant before);

    /**
     * Whether Keycloak's own searches may be asked for a text. Some databases fail to compare an emoji with a column that has no room
     * for one.
     *
     * @param text any text
     * @return false where nothing in Keycloak's tables can be like it
     */
    boolean isComparable(String text);

    /**
     * Sends what the transaction has changed to the database, so that what one user gives up, such as a name, is free for
     * another one: Hibernate sends new rows before changed ones.
     */
    void flush();

    /**
     * Does work on a connection that sees what others commit and waits for no lock longer than there is {@link Patience} left, and
     * flushes what it has written. For {@link OwnTransaction}.
     *
     * @param work the work, whose first statement is the transaction's first
     * @param <T> what it returns
     * @return what the work returns
     */
    <T> T guarded(Supplier<T> work);

    /**
     * Whether the session's transaction sees the database as it was at its first look, whatever others commit after that.
     *
     * @return whether it is isolated that much
     */
    boolean readsRepeatably();

    /**
     * Does work in a request of Keycloak's own that waits for no lock longer than there is {@link Patience} left, either. All else that the request does
     * waits as it would.
     *
     * @param work the work
     */
    void briefly(Runnable work);

    @Override
    default void close() {}
}
