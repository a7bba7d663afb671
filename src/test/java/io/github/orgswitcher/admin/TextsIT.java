package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.LogFromHere;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.Rows;
import io.github.orgswitcher.testing.UserAgent;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Texts that a database cannot keep, or would hold for others: told on their field, and compared as they are written. */
class TextsIT extends KeycloakSuite {

    private static final String EMOJI = "%F0%9F%98%80";

    private String acme = "";
    private String path = "";

    @BeforeAll
    void addPeople() {
        realm().enableRequiredAction("org-switcher", Map.of());
        acme = realm().organization("Acme", "acme", Map.of());
        path = "org-switcher/organizations/" + acme + "/";
        EnrollmentRows rows = EnrollmentRows.of(realm());
        rows.add(acme, person("one", "Jose"), "REQUESTED", null, "acme.example", 1000);
        rows.add(acme, person("two", "José"), "REQUESTED", null, "acme.example", 2000);
    }

    private String person(String username, String firstName) {
        String id = realm().user(username, username + "@acme.example");
        UserRepresentation user = realm().resource().users().get(id).toRepresentation();
        user.setFirstName(firstName);
        realm().resource().users().get(id).update(user);
        return id;
    }

    @ParameterizedTest
    @CsvSource({
        "jose, one",
        "JOSÉ, two",
        "jos, two one",
        "%22jose%22, one",
        "*os%C3%A9, two",
        "%F0%9F%98%80, ''",
        "*%F0%9F%98%80*, ''",
        "%22%F0%9F%98%80%22, ''"
    })
    void peopleAreFoundAsTheyAreWritten(String search, String found) {
        RestResponse page = realm().rest().get(path + "enrollments?search=" + search.replace("É", "%C3%89"));
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(String.join(
                        " ",
                        StreamSupport.stream(page.json().spliterator(), false)
                                .map(row -> row.path("user").path("username").asText())
                                .toList()))
                .isEqualTo(found);
    }

    @Test
    void groupsAreThoseOfTheVeryName() {
        assertThat(realm().rest()
                        .post("organizations/" + acme + "/groups", Map.of("name", "josé"))
                        .status())
                .isEqualTo(201);
        for (String none : List.of("/jose", "/JOSÉ", "/josé/\uD83D\uDE00", "/\uD83D\uDE00", "\uD83D\uDE00")) {
            RestResponse refused = realm().rest().put(path + "policy", Map.of("defaultGroups", List.of(none)));
            assertRefused(refused, "defaultGroups");
            assertThat(refused.json().path("errorMessage").asText()).contains(none);
        }
        assertThat(realm().rest()
                        .put(path + "policy", Map.of("defaultGroups", List.of("/josé")))
                        .status())
                .isEqualTo(204);
        assertThat(realm().rest()
                        .get(path + "policy")
                        .json()
                        .path("defaultGroups")
                        .path(0)
                        .asText())
                .isEqualTo("/josé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\uD800", "\\uDE00\\uD83D", "a\\u0000.example"})
    void whatCannotBeStoredIsRefusedOnItsField(String text) {
        assertRefused(realm().rest().post(path + "domains", "{\"domain\":\"" + text + "\"}"), "domain");
        assertRefused(realm().rest().put(path + "policy", "{\"defaultGroups\":[\"/" + text + "\"]}"), "defaultGroups");
        assertRefused(realm().rest().put(path + "policy", "{\"signInKinds\":[\"" + text + "\"]}"), "signInKinds");
        assertRefused(
                realm().rest().put("org-switcher/setup", "{\"identityProviders\":[\"" + text + "\"]}"),
                "identityProviders");
        assertThat(realm().rest().post(path + "domains", "{\"" + text + "\":1}").status())
                .isEqualTo(400);

        RestResponse imported = realm().rest()
                .post(
                        "org-switcher/domains",
                        ("[{'organization':'acme','domain':'" + text + "'},{'organization':'" + text
                                        + "','domain':'a.example'}]")
                                .replace('\'', '"'));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
        assertThat(imported.json().path("refused").asInt()).isEqualTo(2);
        JsonNode results = imported.json().path("results");
        assertThat(results.path(0).path("field").asText()).isEqualTo("domain");
        assertThat(results.path(1).path("field").asText()).isEqualTo("organization");
        assertThat(results.findValuesAsText("message")).hasSize(2).allMatch(message -> message.endsWith("."));
    }

    /** Keycloak itself refuses the null character there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "email=a%40b.example&signInKind",
                "email=a%40b.example&client_id",
                "email=a%40b.example&client_id=account&scope",
                "email=a%40b.example&client_id=account&scope=organization:",
                "email=a%40b.example&prompt",
                "email=a%40b.example&kc_action",
                "email=a%40b.example&kc_action=org-switcher:",
                "email=a%40b.example&identityProvider",
                "email=a%40b.example&identityProvider=social&claim",
                "email=a%40b.example&activeOrganization"
            })
    void whatNobodyCanBeLookedForByIsTheSendersFault(String parameter) {
        for (String text : List.of("%00", "%ED%A0%80", EMOJI, EMOJI + "%40b.example", "a".repeat(3000))) {
            RestResponse answer = realm().rest()
                    .get("org-switcher/preview?" + parameter + (parameter.endsWith(":") ? "" : "=") + text);
            assertThat(answer.status()).as(parameter + ": " + answer).isIn(200, 400, 404);
        }
    }

    @Test
    void nothingIsCalledByAnEmoji() {
        String emoji = "\uD83D\uDE00";
        assertRefused(
                realm().rest().put("org-switcher/setup", Map.of("identityProviders", List.of(emoji))),
                "identityProviders");
        RestResponse imported = realm().rest()
                .post("org-switcher/domains", List.of(Map.of("organization", emoji, "domain", "a.example")));
        assertThat(imported.json().path("refused").asInt())
                .as(imported.toString())
                .isOne();
        for (String path : List.of("policy", "enrollments/" + EMOJI + "/approval", "domains/" + EMOJI)) {
            RestResponse answer = realm().rest()
                    .call(
                            path.endsWith("approval") ? "POST" : "GET",
                            "org-switcher/organizations/" + (path.equals("policy") ? EMOJI : acme) + "/" + path,
                            "",
                            BodyPublishers.noBody());
            assertThat(answer.status()).as(path + ": " + answer).isIn(400, 404);
        }
        RestResponse people = realm().rest().post(path + "people/memberships", Map.of("users", List.of(emoji)));
        assertThat(people.status()).as(people.toString()).isIn(200, 400);

        realm().user("emma", "emma@acme.example");
        Rest person = realm().userRest(realm().app().directGrant("emma").accessToken());
        for (String call : List.of(
                "GET organizations/" + EMOJI + "/policy",
                "GET organizations/" + EMOJI + "/managers",
                "POST organizations/" + EMOJI + "/join",
                "POST organizations/" + EMOJI + "/request",
                "DELETE organizations/" + EMOJI,
                "POST invitations/" + EMOJI)) {
            RestResponse answer = person.call(
                    call.substring(0, call.indexOf(' ')),
                    "org-switcher/" + call.substring(call.indexOf(' ') + 1),
                    "",
                    BodyPublishers.noBody());
            assertThat(answer.status()).as(call + ": " + answer).isEqualTo(404);
        }
    }

    /** Both doors of the page for managers. */
    @Test
    void pageOfAnOrganizationThatIsNotThereIsNotFound() {
        realm().enableRequiredAction("org-switcher-account", Map.of());
        realm().socialUser("elias", "elias@acme.example", true);
        UserAgent agent = UserAgent.on(server());
        Page signedIn = realm().app().signInSocially(agent, "elias", Map.of());
        if (!signedIn.left()) {
            signedIn.submit("#org-switcher-skip");
        }
        Page absent = agent.open(URI.create(server().realmUri(realm().name()) + "/org-switcher/manage/" + EMOJI));
        assertThat(absent.status()).as("%s", absent).isEqualTo(404);
        Page within = realm().app().authorize(agent, Map.of("kc_action", "org-switcher-account:manage/" + EMOJI));
        assertThat(within.query()).as("%s", within).containsEntry("kc_action_status", "error");
    }

    @Test
    void managersAndInvitationsAreSearchedForAnything() {
        LogFromHere log = LogFromHere.of(server());
        String org =
                realm().organization("Managed", "managed", Map.of("org-switcher.manager-group", List.of("/managers")));
        String nora = realm().user("nora", "nora@managers.example");
        realm().member(org, nora);
        String groups = "organizations/" + org + "/groups";
        realm().rest().post(groups, Map.of("name", "managers"));
        String group = realm().rest().get(groups).json().get(0).path("id").asText();
        assertThat(realm().rest()
                        .put(groups + "/" + group + "/members/" + nora, Map.of())
                        .status())
                .isLessThan(300);
        Rest manager = realm().userRest(realm().app().directGrant("nora").accessToken());
        String managed = "org-switcher/organizations/" + org;

        for (String list : List.of("/managers", "/invitations")) {
            for (String none : List.of("%F0%9F%98%80", "*a%F0%9F%98%80", "%22%F0%9F%98%80%22")) {
                RestResponse found = manager.get(managed + list + "?search=" + none);
                assertThat(found.status()).as(found.toString()).isEqualTo(200);
                assertThat(found.json()).as(found.toString()).isEmpty();
            }
        }
        assertThat(manager.get(managed + "/managers?search=nora").json()).hasSize(1);
        assertThat(log.text()).doesNotContain("Illegal mix of collations");
    }

    /** Neither is it taken for an invitation of the other, nor removed, nor is its link mailed to the other. */
    @Test
    void invitationOfAnAddressIsNoOtherAddresss() {
        String jose = realm().user("jose", "jose@near.example");
        String invited = organizationWithInvitation("near-invited");
        server().sql().execute("update ORG_INVITATION set EXPIRES_AT = 1000 where ID = ?", invited);
        RestResponse answer = realm().rest()
                .post("org-switcher/organizations/" + invited + "/people/invitations", Map.of("users", List.of(jose)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertInvited(answer.json().path("results").get(0));
        assertThat(server().sql().query("select ID from ORG_INVITATION where ID = ?", invited))
                .hasSize(1);

        String mailed = organizationWithInvitation("near-mailed");
        new Rows(server().sql())
                .addInvitationMail(realm().resource().toRepresentation().getId(), mailed, jose);
        Eventually.get(
                "A mail that is not sent",
                Duration.ofSeconds(40),
                () -> server().sql()
                                .query("select ID from ORGSW_OUTBOX where ORG_ID = ?", mailed)
                                .isEmpty()
                        ? Optional.of(true)
                        : Optional.empty());
        assertThat(server().mailbox().mailsTo("jose@near.example"))
                .noneMatch(mail -> mail.text().contains("another-link"));
    }

    /** The database has a place for both. */
    void assertInvited(JsonNode result) {
        assertThat(result.path("status").asText()).as(result.toString()).isEqualTo("INVITED");
    }

    /** The organization's id is the invitation's, too. */
    private String organizationWithInvitation(String alias) {
        String org =
                realm().organization(alias, alias, Map.of("org-switcher.allowed-domains", List.of("near.example")));
        server().sql()
                .execute(
                        "insert into ORG_INVITATION (ID, ORGANIZATION_ID, EMAIL, CREATED_AT, EXPIRES_AT, INVITE_LINK)"
                                + " values (?, ?, 'josé@near.example', 1000, 2000000000, 'https://app.example/another-link')",
                        org,
                        org);
        return org;
    }

    private static void assertRefused(RestResponse answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).as(answer.toString()).isEqualTo(field);
        assertThat(answer.json().path("errorMessage").asText()).contains(" ").endsWith(".");
    }
}
