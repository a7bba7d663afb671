package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.SqlCount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the extension costs a login that shows no page, counted by PostgreSQL. */
class StatementsIT extends SwitcherSuite {

    private static final int ROWS = 100_000;

    @Override
    Map<String, String> settings() {
        return Map.of("show", "WHEN_NEEDED");
    }

    /** There might be a copy of settings that were erased, which is looked for once until the realm changes. */
    @Test
    void realmWithoutSettingsCostsNoMore() {
        realm().rest().delete("authentication/required-actions/org-switcher/config");
        Person member = person("unset", "unset@acme.example");
        Switcher.on(member.signIn(realm().app())).join("acme");
        SqlCount login = login(member);
        realm().enableRequiredAction("org-switcher", settings());

        assertThat(login.matching("orgsw_settings").total()).as("%s", login).isZero();
        assertThat(login.matching("orgsw_").total()).isOne();
    }

    @Test
    void loginWithNoPageAddsAtMostTwoStatements() {
        Person member = person("member", "member@acme.example");
        Switcher.on(member.signIn(realm().app())).join("acme");
        SqlCount with = login(member);

        var action = realm().resource().flows().getRequiredAction("org-switcher");
        action.setEnabled(false);
        realm().resource().flows().updateRequiredAction("org-switcher", action);
        SqlCount without = login(member);
        realm().enableRequiredAction("org-switcher", settings());

        assertThat(with.matching("orgsw_").total()).as("ours alone: %s", with).isOne();
        assertThat(with.total() - without.total())
                .as("with:\n%s\n\nwithout:\n%s", with, without)
                .isLessThanOrEqualTo(2);
    }

    @Test
    void excludedClientCostsNothing() {
        Person member = person("excluded", "excluded@acme.example");
        Switcher.on(member.signIn(realm().app())).join("acme");
        realm().enableRequiredAction("org-switcher", Map.of("excludedClients", "app2"));
        assertThat(member.elsewhere().signIn(realm().app2()).left()).isTrue();
        SqlCount login = SqlCount.during(server(), () -> assertThat(
                        member.elsewhere().signIn(realm().app2()).left())
                .isTrue());
        realm().enableRequiredAction("org-switcher", settings());

        assertThat(login.matching("orgsw_").total()).as("%s", login).isZero();
    }

    @Test
    void useOfTheSameOrganizationIsWrittenOnceADay() {
        Person member = person("daily", "daily@acme.example");
        Switcher.on(member.signIn(realm().app())).join("acme");
        String row = " where user_id = '" + member.id() + "'";
        login(member);
        server().sql().execute("update orgsw_last_used set used_at = used_at - 86400000" + row);
        String yesterday = server().sql().one("select used_at from orgsw_last_used" + row);

        SqlCount first = SqlCount.during(server(), () -> signIn(member));
        SqlCount second = SqlCount.during(server(), () -> signIn(member));

        assertThat(first.matching("orgsw_").total()).as("%s", first).isEqualTo(2);
        assertThat(second.matching("orgsw_").total()).as("%s", second).isOne();
        assertThat(Long.parseLong(server().sql().one("select used_at from orgsw_last_used" + row)))
                .isGreaterThanOrEqualTo(Long.parseLong(yesterday) + 86_400_000);
    }

    @Test
    void lookUpSeeksTheIndexWhateverTheNumberOfOrganizations() throws SQLException {
        Person member = person("among-many", "among-many@acme.example");
        Switcher.on(member.signIn(realm().app())).join("acme");
        String realmId = realm().resource().toRepresentation().getId();
        SqlCount few = login(member).matching("orgsw_allowed_domain");
        try (Connection connection = server().database().getConnection()) {
            addOrganizations(connection, realmId);
        }
        SqlCount many = login(member).matching("orgsw_allowed_domain");

        assertThat(many.total()).as("%s", many).isOne();
        long table = Long.parseLong(server().sql()
                .one("select pg_relation_size('orgsw_allowed_domain') / current_setting('block_size')::int"));
        assertThat(table).isGreaterThan(ROWS / 100);
        assertThat(many.blocks()).as("few: %s\nmany: %s", few, many).isLessThan(few.blocks() + table / 10);
    }

    @Test
    void manyInvitationsCostWhatOneDoes() {
        Person invited = person("invited", "invited@nobodys.example");
        realm().invite(initech, "invited@nobodys.example");
        SqlCount one = page(invited);
        for (int i = 0; i < 12; i++) {
            realm().invite(organization("Invites " + i, "invites-" + i), "invited@nobodys.example");
        }
        SqlCount many = page(invited);

        assertThat(many.matching("org_invitation").total()).as("%s", many).isPositive();
        assertThat(many.total()).as("one:\n%s\n\nmany:\n%s", one, many).isEqualTo(one.total());
    }

    private SqlCount page(Person person) {
        Supplier<Page> login = () -> person.elsewhere().signIn(realm().app());
        login.get();
        login.get();
        return SqlCount.during(
                server(),
                () -> assertThat(Switcher.on(login.get()).invitations()).isNotEmpty());
    }

    /** The third login of a kind: Keycloak's caches are warm. */
    private SqlCount login(Person person) {
        signIn(person);
        signIn(person);
        return SqlCount.during(server(), () -> signIn(person));
    }

    private void signIn(Person person) {
        OidcClient app = realm().app();
        assertThat(organizations(app, person.elsewhere().signIn(app))).containsExactly("acme");
    }

    private static void addOrganizations(Connection connection, String realmId) throws SQLException {
        String sql = """
                INSERT INTO orgsw_allowed_domain
                       (id, realm_id, org_id, domain, search_name, source, verification_token, created_at)
                SELECT 'row-' || n, ?, 'org-' || n, 'd' || n || '.example', 'd' || n || '.example', 'API', 'token', 0
                  FROM generate_series(1, ?) n
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql);
                Statement analyze = connection.createStatement()) {
            insert.setString(1, realmId);
            insert.setInt(2, ROWS);
            insert.executeUpdate();
            analyze.execute("ANALYZE orgsw_allowed_domain");
        }
    }
}
