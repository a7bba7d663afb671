package io.github.orgswitcher.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Enrollments of a realm that no login has made: written into the table as they are. */
public final class EnrollmentRows {

    private final KeycloakServer server;
    private final String realmId;

    private EnrollmentRows(KeycloakServer server, String realmId) {
        this.server = server;
        this.realmId = realmId;
    }

    public static EnrollmentRows of(TestRealm realm) {
        return new EnrollmentRows(
                realm.server(), realm.resource().toRepresentation().getId());
    }

    /** Adds one that was made at this time, in milliseconds, and updated a millisecond later. */
    public void add(
            String orgId, String userId, String status, @Nullable String method, @Nullable String domain, long at) {
        try (Connection connection = server.database().getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO ORGSW_ENROLLMENT
                               (realm_id, org_id, user_id, status, method, domain, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setString(1, realmId);
            insert.setString(2, orgId);
            insert.setString(3, userId);
            insert.setString(4, status);
            insert.setString(5, method);
            insert.setString(6, domain);
            insert.setLong(7, at);
            insert.setLong(8, at + 1);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
