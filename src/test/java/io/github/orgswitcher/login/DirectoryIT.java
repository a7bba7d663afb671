package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.Directory;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/** People of an LDAP directory, in each way that Keycloak can use one. Passwords are intercepted here. */
class DirectoryIT extends SwitcherSuite {

    private final Directory directory = Directory.start();

    @Override
    Map<String, String> settings() {
        return Map.of("intercept", "SOCIAL##PASSWORDLESS##PASSWORD");
    }

    @BeforeAll
    void serve() {
        directory.serveInAllWays(realm());
    }

    @AfterAll
    void closeDirectory() {
        directory.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"READ_ONLY", "WRITABLE"})
    void whoCannotBeAMemberSignsInWithNoQuestion(String mode) {
        String domain = "auto-" + Directory.branch(mode, false) + ".example";
        String auto = organization("auto-" + Directory.branch(mode, false), "AUTOMATIC");
        organization("ask-" + Directory.branch(mode, false), domain, "REQUEST");
        organization("open-" + Directory.branch(mode, false), domain, "SUGGEST");
        String username = person(mode, false, domain);

        for (Map<String, String> extra : List.of(
                Map.<String, String>of(), Map.of("prompt", "select_account"), Map.of("kc_action", "org-switcher"))) {
            OidcClient app = realm().app();
            Page end = signIn(app, username, extra);
            assertThat(organizations(app, end)).as("%s %s", mode, extra).isEmpty();
        }
        assertThat(realm().resource().organizations().get(auto).members().count())
                .isZero();
        assertThat(realm().events())
                .as("no login of theirs fails")
                .filteredOn(event -> event.getError() != null)
                .isEmpty();
        JsonNode preview = preview(username + "@" + domain);
        assertThat(preview.path("outcome").asText()).isEqualTo("NOT_INTERCEPTED");
        assertThat(preview.path("candidates")).hasSize(3).allSatisfy(candidate -> {
            assertThat(candidate.path("verdict").asText()).isEqualTo("INADMISSIBLE");
            assertThat(candidate.path("message").asText()).contains("LDAP without import");
        });
    }

    @Test
    void requiredMembershipLocksNobodyOutWhoCannotHaveOne() {
        String username = person("READ_ONLY", false, "elsewhere.example");
        realm().enableRequiredAction(
                        "org-switcher",
                        Map.of("intercept", "SOCIAL##PASSWORDLESS##PASSWORD", "membershipRequired", "true"));
        try {
            OidcClient app = realm().app();
            assertThat(organizations(app, signIn(app, username, Map.of()))).isEmpty();
            OidcClient silent = realm().app();
            UserAgent agent = UserAgent.on(server());
            signIn(realm().app(), agent, username, Map.of());
            assertThat(silent.authorize(agent, Map.of("prompt", "none")).query())
                    .containsKey("code");
        } finally {
            realm().enableRequiredAction("org-switcher", settings());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"READ_ONLY", "WRITABLE"})
    void requestOfWhoCannotBeAMemberIsNotApproved(String mode) {
        String domain = "request-" + Directory.branch(mode, false) + ".example";
        String asked = organization("request-" + Directory.branch(mode, false), domain, "REQUEST");
        String username = person(mode, false, domain);
        String id = realm().userId(username);
        EnrollmentRows.of(realm()).add(asked, id, "REQUESTED", null, domain, 1);
        String enrollment = "org-switcher/organizations/" + asked + "/enrollments/" + id;

        RestResponse approval = realm().rest().post(enrollment + "/approval");

        assertThat(approval.status()).as(approval.toString()).isEqualTo(409);
        assertThat(approval.json().path("errorMessage").asText()).contains("LDAP without import");
        assertThat(realm().rest().post(enrollment + "/denial").status()).isEqualTo(204);
    }

    /** No page has anything for them to press. */
    @ParameterizedTest
    @ValueSource(strings = {"READ_ONLY", "WRITABLE"})
    void whatWhoCannotBeAMemberAsksForIsRefusedWithASentence(String mode) {
        String name = "forged-" + Directory.branch(mode, false);
        String open = organization(name, "SUGGEST");
        String asked = organization(name + "-asked", name + ".example", "REQUEST");
        String username = person(mode, false, name + ".example");
        Rest own = realm().userRest(realm().app().directGrant(username).accessToken());
        realm().resource().clearEvents();

        List<RestResponse> answers = List.of(
                own.post("org-switcher/organizations/" + open + "/join"),
                own.post("org-switcher/organizations/" + asked + "/request"),
                own.post("org-switcher/organizations", Map.of("name", "Made " + name)));

        assertThat(answers).extracting(RestResponse::status).containsExactly(404, 404, 403);
        assertThat(answers)
                .extracting(answer -> answer.json().path("errorMessage").asText())
                .doesNotContain("");
        assertThat(realm().events())
                .extracting(EventRepresentation::getError)
                .containsOnlyOnce("org_switcher_user_read_only");
        assertThat(realm().resource().organizations().search("Made " + name, true, 0, 1))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"READ_ONLY", "WRITABLE", "UNSYNCED"})
    void importedPeopleJoinAsAnybody(String mode) {
        String domain = Directory.branch(mode, true) + ".example";
        String open = organization(Directory.branch(mode, true), domain, "SUGGEST");
        String username = person(mode, true, domain);
        OidcClient first = realm().app();
        Switcher unverified = Switcher.on(signIn(first, username, Map.of()));
        assertThat(unverified.offers()).as("nothing is proven yet").isEmpty();
        verify(username);

        OidcClient app = realm().app();
        Page end = Switcher.on(signIn(app, username, Map.of())).join(Directory.branch(mode, true));

        assertThat(organizations(app, end)).containsExactly(Directory.branch(mode, true));
        assertThat(realm().isMember(open, realm().userId(username))).isTrue();
    }

    @Test
    void previewForeseesWhomADirectoryKnowsAndImportsNobody() throws SQLException {
        String domain = "preview.example";
        organization("preview", domain, "SUGGEST");
        String username = person("READ_ONLY", true, domain);
        for (int i = 0; i < 2; i++) {
            JsonNode preview = preview(username + "@" + domain);
            assertThat(preview.path("user").path("username").asText()).isEqualTo(username);
            assertThat(preview.path("user").path("emailVerified").asBoolean()).isFalse();
            assertThat(preview.path("user").has("id")).isFalse();
            assertThat(preview.findValuesAsText("verdict")).containsExactly("EMAIL_NOT_VERIFIED");
            assertThat(imported(username)).as("in Keycloak's own storage").isZero();
        }
        OidcClient app = realm().app();
        app.tokens(Switcher.on(signIn(app, username, Map.of())).skip());
        assertThat(preview(username + "@" + domain).path("user").path("id").asText())
                .isEqualTo(realm().userId(username));
    }

    /** Keycloak tells nobody of it; the next change of a provider, or the next day, is the time to look. */
    @Test
    void whoWasImportedAndIsRemovedLeavesNothing() throws SQLException {
        String branch = "removed";
        String provider = directory.serve(realm(), branch, "READ_ONLY", true);
        String open = organization("removed", "SUGGEST");
        directory.person(branch, "rudi", "rudi@removed.example");
        Switcher.on(signIn(realm().app(), "rudi", Map.of())).skip();
        verify("rudi");
        String id = realm().userId("rudi");
        assertThat(Switcher.on(signIn(realm().app(), "rudi", Map.of()))
                        .join("removed")
                        .left())
                .isTrue();
        assertThat(rows(id)).isEqualTo(2);
        realm().resource().userStorage().removeImportedUsers(provider);

        var component = realm().resource().components().component(provider);
        ComponentRepresentation changed = component.toRepresentation();
        changed.getConfig().putSingle("fullSyncPeriod", "86400");
        changed.getConfig().putSingle("bindCredential", "secret");
        component.update(changed);

        assertThat(rows(id)).isZero();
        assertThat(realm().resource().organizations().get(open).members().count())
                .isZero();
        assertThat(Switcher.on(signIn(realm().app(), "rudi", Map.of())).skip().left())
                .as("imported anew, with another id")
                .isTrue();
        component.remove();
    }

    /** The account that is imported anew has another id; the directory's own record of the person is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"entryUUID", "description"})
    void whoHadLeftIsNotJoinedAgainWhenImportedAnew(String record) throws SQLException {
        String branch = "leaving-" + record.toLowerCase(Locale.ROOT);
        String provider = directory.serve(realm(), branch, "READ_ONLY", true, Map.of("uuidLDAPAttribute", record));
        String auto = organization(branch, "AUTOMATIC");
        directory.person(branch, "lena", "lena@" + branch + ".example");
        directory.person(branch, "stan", "stan@" + branch + ".example");
        for (String name : List.of("lena", "stan")) {
            signIn(realm().app(), name, Map.of());
            verify(name);
            signIn(realm().app(), name, Map.of());
            assertThat(realm().isMember(auto, realm().userId(name))).isTrue();
        }
        String before = realm().userId("lena");
        realm().resource()
                .organizations()
                .get(auto)
                .members()
                .member(before)
                .delete()
                .close();

        realm().resource().userStorage().removeImportedUsers(provider);
        for (String name : List.of("lena", "stan")) {
            signIn(realm().app(), name, Map.of());
            verify(name);
        }
        assertThat(absence(auto, "lena")).isEqualTo("LEFT");
        assertThat(absence(auto, "stan")).isNotEqualTo("LEFT");
        for (String how : List.of("memberships", "invitations")) {
            assertThat(realm().rest()
                            .post(
                                    "org-switcher/organizations/" + auto + "/people/" + how,
                                    Map.of("users", List.of(realm().userId("lena"))))
                            .json()
                            .path("refused")
                            .asInt())
                    .as("as the list says")
                    .isEqualTo(1);
        }
        Switcher again = Switcher.on(signIn(realm().app(), "lena", Map.of()));

        assertThat(realm().userId("lena")).isNotEqualTo(before);
        assertThat(again.offers()).containsExactly(branch);
        assertThat(realm().isMember(auto, realm().userId("lena"))).isFalse();
        signIn(realm().app(), "stan", Map.of());
        assertThat(realm().isMember(auto, realm().userId("stan")))
                .as("who had not left")
                .isTrue();
        assertThat(again.join(branch).left()).isTrue();
        assertThat(leavers(auto)).as("of who has come back").isZero();
        realm().resource().components().component(provider).remove();
    }

    @Test
    void whomADirectoryKeepsBackIsRefusedAndNobodyElse() throws SQLException {
        String branch = "mute";
        String provider = directory.serve(realm(), branch, "READ_ONLY", true);
        String without = directory.serve(realm(), "mute-too", "READ_ONLY", false);
        String org = organization("mute", "SUGGEST");
        directory.person(branch, "ned", "ned@mute.example");
        signIn(realm().app(), "ned", Map.of());
        verify("ned");
        String ned = realm().userId("ned");
        String nora = realm().user("nora", "nora@mute.example");
        realm().resource().clearUserCache();
        directory.down();
        try {
            JsonNode results = realm().rest()
                    .post(
                            "org-switcher/organizations/" + org + "/people/memberships",
                            Map.of("users", List.of(ned, "f:" + without + ":somebody", nora)))
                    .json()
                    .path("results");
            assertThat(results)
                    .extracting(result -> result.path("status").asText())
                    .containsExactly("REFUSED", "REFUSED", "JOINED");
            assertThat(results.path(0).path("message").asText())
                    .as("Keycloak makes them so")
                    .contains("disabled");
            assertThat(results.path(1).path("message").asText()).contains("does not answer");
        } finally {
            directory.up();
        }
        assertThat(realm().isMember(org, nora)).isTrue();
        realm().resource().components().component(provider).remove();
        realm().resource().components().component(without).remove();
    }

    private String absence(String orgId, String name) {
        return realm().rest()
                .get("org-switcher/organizations/" + orgId + "/people?search=" + name)
                .json()
                .path(0)
                .path("verdict")
                .asText();
    }

    private int leavers(String orgId) throws SQLException {
        return count("select count(*) from ORGSW_DIRECTORY_LEAVER where ORG_ID = ?", orgId);
    }

    private int rows(String userId) throws SQLException {
        return count("select count(*) from ORGSW_ENROLLMENT where USER_ID = ?", userId)
                + count("select count(*) from ORGSW_PERSON where USER_ID = ?", userId);
    }

    @Test
    void idThatNoTableHoldsKeepsNobodyOut() {
        String username = "u".repeat(230);
        directory.person(Directory.branch("READ_ONLY", false), username, "long@acme.example");
        for (int i = 0; i < 2; i++) {
            OidcClient app = realm().app();
            assertThat(organizations(app, signIn(app, username, Map.of()))).isEmpty();
        }
        assertThat(preview("long@acme.example").path("outcome").asText()).isEqualTo("NOT_INTERCEPTED");
    }

    private int imported(String username) throws SQLException {
        return count("select count(*) from USER_ENTITY where USERNAME = ?", username);
    }

    private int count(String sql, String parameter) throws SQLException {
        return Integer.parseInt(server().sql().one(sql, parameter));
    }

    private String person(String mode, boolean imported, String domain) {
        String username = "p" + Long.toString(System.nanoTime(), 36);
        directory.person(Directory.branch(mode, imported), username, username + "@" + domain);
        return username;
    }

    private void verify(String username) {
        var user = realm().resource().users().get(realm().userId(username));
        var representation = user.toRepresentation();
        representation.setEmailVerified(true);
        user.update(representation);
    }

    private String organization(String name, String joinMode) {
        return organization(name, name + ".example", joinMode);
    }

    private String organization(String name, String domain, String joinMode) {
        return realm().organization(
                        name,
                        name,
                        Map.of(
                                "org-switcher.allowed-domains", List.of(domain),
                                "org-switcher.join-mode", List.of(joinMode)));
    }

    private Page signIn(OidcClient app, String username, Map<String, String> extra) {
        return signIn(app, UserAgent.on(server()), username, extra);
    }

    private static Page signIn(OidcClient app, UserAgent agent, String username, Map<String, String> extra) {
        Map<String, String> parameters = new LinkedHashMap<>(ORGANIZATION);
        parameters.putAll(extra);
        return OidcClient.fillLogin(app.authorize(agent, parameters), username);
    }

    private JsonNode preview(String email) {
        return realm().rest()
                .get("org-switcher/preview?signInKind=PASSWORD&email=" + email)
                .json();
    }
}
