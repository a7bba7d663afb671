package io.github.orgswitcher.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Records of a realm's people that no login has made: written into the table as they are. Keycloak's own events add some. */
public final class PersonRows {

    private final KeycloakServer server;
    private final String realmId;

    private PersonRows(KeycloakServer server, String realmId) {
        this.server = server;
        this.realmId = realmId;
    }

    public static PersonRows of(TestRealm realm) {
        return new PersonRows(
                realm.server(), realm.resource().toRepresentation().getId());
    }

    /** Nothing is on record, as of an account from before the installation. */
    public void forget(String userId) {
        try (Connection connection = server.database().getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM orgsw_person WHERE realm_id = ? AND user_id = ?")) {
            delete.setString(1, realmId);
            delete.setString(2, userId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is on record that the person has proven an address. */
    public boolean hasProof(String userId) {
        return has("proven_hash", userId);
    }

    /** Whether it is on record that an organization's own provider is, or was, linked. */
    public boolean hasLink(String userId) {
        return has("witness_hash", userId);
    }

    private boolean has(String column, String userId) {
        try (Connection connection = server.database().getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT 1 FROM orgsw_person"
                        + " WHERE realm_id = ? AND user_id = ? AND " + column + " IS NOT NULL")) {
            query.setString(1, realmId);
            query.setString(2, userId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An account that lost an address to another at this time, in milliseconds. */
    public void addSetAside(String userId, String ownerId, long at) {
        try (Connection connection = server.database().getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO orgsw_person (realm_id, user_id, set_aside_at, set_aside_hash, set_aside_for)
                        VALUES (?, ?, ?, 'hash', ?)
                        ON CONFLICT (realm_id, user_id) DO UPDATE
                           SET set_aside_at = excluded.set_aside_at, set_aside_hash = excluded.set_aside_hash,
                               set_aside_for = excluded.set_aside_for
                        """)) {
            insert.setString(1, realmId);
            insert.setString(2, userId);
            insert.setLong(3, at);
            insert.setString(4, ownerId);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
