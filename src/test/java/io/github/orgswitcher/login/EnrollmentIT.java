package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is kept of how a person and an organization came together, or did not. */
class EnrollmentIT extends SwitcherSuite {

    @Test
    void joiningKeepsHowAndDismissesTheOther() throws SQLException {
        Person alice = person("alice", "alice@acme.example");
        Switcher.on(alice.signIn(realm().app())).join("acme");

        assertThat(enrollments(alice))
                .containsOnly(
                        Map.entry(acme, "JOINED ALLOWED_DOMAIN acme.example"), Map.entry(labs, "DISMISSED null null"));
    }

    @Test
    void wildcardIsKeptAsItMatched() throws SQLException {
        Person bob = person("bob", "bob@eu.globex.example");
        Switcher.on(bob.signIn(realm().app())).join("globex");

        assertThat(enrollments(bob)).containsOnly(Map.entry(globex, "JOINED ALLOWED_DOMAIN *.globex.example"));
    }

    @Test
    void creatorIsKeptAsCreator() throws SQLException {
        Person carol = person("carol", "carol@freelance.example");
        Switcher.on(carol.signIn(realm().app())).create("Carol's Studio");

        assertThat(enrollments(carol)).hasSize(1).containsValue("JOINED CREATOR null");
    }

    @Test
    void whoLeavesMayJoinAgainButIsNotAsked() throws SQLException {
        Person leaver = person("leaver", "leaver@acme.example");
        Switcher.on(leaver.signIn(realm().app())).join("acme");
        realm().resource()
                .organizations()
                .get(acme)
                .members()
                .member(leaver.id())
                .delete()
                .close();

        assertThat(enrollments(leaver)).containsEntry(acme, "LEFT ALLOWED_DOMAIN acme.example");
        Switcher switcher = Switcher.on(leaver.elsewhere().signIn(realm().app(), Map.of("prompt", "select_account")));
        assertThat(switcher.offers()).containsExactly("acme", "acme-labs");
        OidcClient app = realm().app();
        assertThat(leaver.elsewhere().signIn(app).has("#org-switcher-create"))
                .as("creation, which was not skipped yet, is all there is to ask for")
                .isTrue();
    }

    private Map<String, String> enrollments(Person person) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Connection connection = server().database().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT org_id, status, method, domain FROM orgsw_enrollment WHERE user_id = ?")) {
            query.setString(1, person.id());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2) + " " + rows.getString(3) + " " + rows.getString(4));
                }
            }
        }
        return found;
    }
}
