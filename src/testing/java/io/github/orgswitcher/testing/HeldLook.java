package io.github.orgswitcher.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One look of the server's at the organizations of a person that takes as long as the test wants: the database has begun to answer, of
 * what it had then, and the server has no answer yet. On PostgreSQL alone. While it is held, it counts among those who wait for a
 * lock.
 */
public final class HeldLook implements AutoCloseable {

    /** Keycloak's query for them, and no other of the extension's; of several at the same time, one is held. */
    private static final String INSTALL = """
            create function held_look() returns boolean language plpgsql as $$
            begin
              if current_query() ilike 'select distinct % from org %,user_group_membership %' and pg_try_advisory_lock(1) then
                perform pg_advisory_lock(2);
                perform pg_advisory_unlock(2);
                perform pg_advisory_unlock(1);
              end if;
              return true;
            end $$;
            create policy held_look on ORG using (held_look());
            alter table ORG enable row level security;
            alter table ORG force row level security
            """;

    private static final String UNINSTALL = """
            alter table ORG no force row level security;
            alter table ORG disable row level security;
            drop policy held_look on ORG;
            drop function held_look()
            """;

    private final KeycloakServer server;
    private final Connection holder;

    private HeldLook(KeycloakServer server, Connection holder) {
        this.server = server;
        this.holder = holder;
    }

    /** Can hold one from now on, and holds none yet: whoever has the table before this one waits for nobody. */
    public static HeldLook at(KeycloakServer server) {
        execute(server, INSTALL);
        try {
            return new HeldLook(server, server.database().getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds the next one. */
    public void hold() {
        execute(holder, "select pg_advisory_lock(2)");
    }

    /** Has it answered. */
    public void letGo() {
        execute(holder, "select pg_advisory_unlock(2)");
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute(server, UNINSTALL);
    }

    private static void execute(KeycloakServer server, String sql) {
        try (Connection connection = server.database().getConnection()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
