package io.github.orgswitcher.store;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What is kept of one realm, room by room. No call sees or writes anything of another realm. */
public interface RealmStore {

    /**
     * What is kept of a realm.
     *
     * @param session the session, in whose transaction it reads and writes
     * @param realm the realm
     * @return its rooms
     */
    static RealmStore of(KeycloakSession session, RealmModel realm) {
        return of(session, realm.getId());
    }

    /**
     * What is kept of a realm, which may be gone.
     *
     * @param session the session, in whose transaction it reads and writes
     * @param realmId the realm
     * @return its rooms
     */
    static RealmStore of(KeycloakSession session, String realmId) {
        return OrgSwitcherStore.of(session).of(realmId);
    }

    /**
     * Whether the realm is there, whatever Keycloak's cache has of it.
     *
     * @return false once its removal is committed
     */
    boolean isThere();

    /**
     * Demands the same, where nothing was found of what was to be changed.
     *
     * @throws RealmGoneException where it is gone
     */
    default void requireThere() {
        if (!isThere()) {
            throw new RealmGoneException();
        }
    }

    /** Makes everyone else who calls this, or changes the realm itself, wait until the transaction ends. */
    void lock();

    /**
     * How people stand to the organizations: what a login asks.
     *
     * @return the room
     */
    Standings standings();

    /**
     * Allowed domains.
     *
     * @return the room
     */
    AllowedDomains domains();

    /**
     * Many allowed domains at once.
     *
     * @return the room
     */
    DomainImports imports();

    /**
     * Who has proven which domains.
     *
     * @return the room
     */
    DomainProofs proofs();

    /**
     * Keycloak's own domains that are marked verified.
     *
     * @return the room
     */
    MarkedDomains markedDomains();

    /**
     * Join policies.
     *
     * @return the room
     */
    JoinPolicies policies();

    /**
     * Enrollments.
     *
     * @return the room
     */
    Enrollments enrollments();

    /**
     * Who of the people of user storages has left.
     *
     * @return the room
     */
    DirectoryLeavers leavers();

    /**
     * Keycloak's own invitations.
     *
     * @return the room
     */
    Invitations invitations();

    /**
     * What is kept of people.
     *
     * @return the room
     */
    People people();

    /**
     * Keycloak's own organizations.
     *
     * @return the room
     */
    Organizations organizations();

    /**
     * What pages tell of organizations.
     *
     * @return the room
     */
    Profiles profiles();

    /**
     * What organizations' attributes say.
     *
     * @return the room
     */
    DeclaredAttributes attributes();

    /**
     * Lists for administrators.
     *
     * @return the room
     */
    AdminLists lists();

    /**
     * People whom organizations allow and do not have.
     *
     * @return the room
     */
    Outsiders outsiders();

    /**
     * The last settings.
     *
     * @return the room
     */
    SettingsCopies settings();

    /**
     * Mails that wait.
     *
     * @return the room
     */
    Outbox outbox();

    /**
     * What is forgotten when something of Keycloak's is gone.
     *
     * @return the room
     */
    CleanUp cleanUp();
}
