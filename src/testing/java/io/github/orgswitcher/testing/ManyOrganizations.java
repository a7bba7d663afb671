package io.github.orgswitcher.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Very many organizations, made of one of the realm's by copying its rows: {@code many-1}, {@code Many 1} and so on, each with
 * what is said of it here.
 */
public final class ManyOrganizations {

    private static final String GROUPS = """
            INSERT INTO keycloak_group
            SELECT (jsonb_populate_record(g, jsonb_build_object(
                        'id', ?::text || '-group-' || n, 'name', ?::text || '-' || n, 'org_id', NULL))).*
              FROM org o JOIN keycloak_group g ON g.id = o.group_id CROSS JOIN generate_series(1, ?) n
             WHERE o.id = ?
            """;

    private static final String GROUPS_OF_ORGANIZATIONS = """
            UPDATE keycloak_group g SET org_id = o.id FROM org o WHERE o.group_id = g.id AND g.id LIKE ?::text || '-group-%'
            """;

    private static final String ORGANIZATIONS = """
            INSERT INTO org
            SELECT (jsonb_populate_record(o, jsonb_build_object(
                        'id', ?::text || '-' || n, 'group_id', ?::text || '-group-' || n,
                        'alias', ?::text || '-' || n, 'name', initcap(?::text) || ' ' || n))).*
              FROM org o CROSS JOIN generate_series(1, ?) n
             WHERE o.id = ?
            """;

    private final TestRealm realm;
    private final String prefix;
    private final int number;

    private ManyOrganizations(TestRealm realm, String prefix, int number) {
        this.realm = realm;
        this.prefix = prefix;
        this.number = number;
    }

    /**
     * Makes them.
     *
     * @param realm the realm
     * @param prefix what their aliases begin with
     * @param number how many
     * @param like id of the one to copy
     */
    public static ManyOrganizations add(TestRealm realm, String prefix, int number, String like) {
        ManyOrganizations many = new ManyOrganizations(realm, prefix, number);
        many.run(GROUPS, prefix, prefix, number, like);
        many.run(ORGANIZATIONS, prefix, prefix, prefix, prefix, number, like);
        many.run(GROUPS_OF_ORGANIZATIONS, prefix);
        many.analyze("org, keycloak_group");
        return many;
    }

    /** Id of one of them, from 1. */
    public String id(int n) {
        return prefix + "-" + n;
    }

    /** Makes somebody a member of all of them. */
    public void join(String userId) {
        run("""
                INSERT INTO user_group_membership (group_id, user_id, membership_type)
                SELECT ? || '-group-' || n, ?, 'UNMANAGED' FROM generate_series(1, ?) n
                """, prefix, userId, number);
        analyze("user_group_membership");
    }

    /** Lets people of a domain into all of them. */
    public void allow(String domain) {
        run("""
                INSERT INTO orgsw_allowed_domain
                       (id, realm_id, org_id, domain, search_name, source, verification_token, created_at)
                SELECT ? || '-domain-' || n, ?, ? || '-' || n, ?, ?, 'API', 'token', 0 FROM generate_series(1, ?) n
                """, prefix, realm.resource().toRepresentation().getId(), prefix, domain, domain, number);
        run("""
                INSERT INTO orgsw_join_policy (org_id, source, realm_id)
                SELECT ? || '-' || n, 'API', ? FROM generate_series(1, ?) n
                """, prefix, realm.resource().toRepresentation().getId(), number);
        analyze("orgsw_allowed_domain, orgsw_join_policy");
    }

    /** Gives each of them domains of its own, such as {@code prefix-7-3.example} for the seventh's third. */
    public void allowEach(int domains) {
        run("""
                INSERT INTO orgsw_allowed_domain
                       (id, realm_id, org_id, domain, search_name, source, verification_token, created_at)
                SELECT ? || '-domain-' || n || '-' || d, ?, ? || '-' || n, ? || '-' || n || '-' || d || '.example',
                       ? || '-' || n || '-' || d || '.example', 'API', 'token', 0
                  FROM generate_series(1, ?) n CROSS JOIN generate_series(1, ?) d
                """, prefix, realm.resource().toRepresentation().getId(), prefix, prefix, prefix, number, domains);
        analyze("orgsw_allowed_domain");
    }

    /** Gives each of them domains of Keycloak's own kind, such as {@code own-prefix-7-3.example} for the seventh's third. */
    public void ownEach(int domains) {
        run("""
                INSERT INTO org_domain (id, name, verified, org_id)
                SELECT ? || '-own-' || n || '-' || d, 'own-' || ? || '-' || n || '-' || d || '.example', true, ? || '-' || n
                  FROM generate_series(1, ?) n CROSS JOIN generate_series(1, ?) d
                """, prefix, prefix, prefix, number, domains);
        analyze("org_domain");
    }

    private void analyze(String tables) {
        try (Connection connection = realm.server().database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE " + tables);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql, Object... parameters) {
        try (Connection connection = realm.server().database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
