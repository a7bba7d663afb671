package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.Directory;
import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.HeldSearches;
import io.github.orgswitcher.testing.LeavesTrace;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.UserAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People whom an LDAP directory does not have any more, or says nothing of: whatever is done for them ends within seconds, and nobody
 * else waits for it.
 */
@LeavesTrace(
        of = "org.keycloak.authentication.requiredactions.VerifyUserProfile.evaluateTriggers",
        because = "Keycloak asks for the profile of somebody whom the directory has lost")
@LeavesTrace(
        of = "User storage provider slow failed during federated user validation",
        because = "one test takes the directory down while a mail is made for its people")
@AllServersAnswer
class DirectoryRacesIT extends ManagerSuite {

    private static final Duration SECONDS = Duration.ofSeconds(6);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Directory directory = Directory.start();

    @Override
    Map<String, String> settings() {
        return Map.of("intercept", "SOCIAL##PASSWORDLESS##PASSWORD");
    }

    @BeforeAll
    void serve() {
        directory.serve(realm(), "no-cache", "WRITABLE", true);
        directory.serve(realm(), "default", "WRITABLE", true, Map.of("cachePolicy", "DEFAULT"));
        directory.serve(realm(), "slow", "READ_ONLY", true);
    }

    @AfterAll
    void closeDirectory() {
        directory.close();
    }

    /** Keycloak removes them in a transaction of its own, inside of the one that has found out. */
    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "default"})
    void requestOfWhoIsGoneIsClosedAtOnce(String branch) {
        String org = managed("asked-" + branch);
        String manager = manager(org, "nora-" + branch);
        String approved = requested(branch, "pete-" + branch, "asked-" + branch);
        String byAdmin = requested(branch, "paul-" + branch, "asked-" + branch);
        String added = requested(branch, "pia-" + branch, "asked-" + branch);
        String removed = requested(branch, "pam-" + branch, "asked-" + branch);
        for (String name : List.of("pete-", "paul-", "pia-", "pam-")) {
            directory.remove(branch, name + branch);
        }

        RestResponse byManager = soon(() -> rest("nora-" + branch).post(enrollment(org, approved) + "/approval"));
        assertThat(byManager.status()).as(byManager.toString()).isIn(404, 409);
        RestResponse approval = soon(() -> realm().rest().post(enrollment(org, byAdmin) + "/approval"));
        assertThat(approval.status()).as(approval.toString()).isEqualTo(404);
        RestResponse brought = soon(() -> realm().rest()
                .post("org-switcher/organizations/" + org + "/people/memberships", Map.of("users", List.of(added))));
        assertThat(brought.json().path("refused").asInt())
                .as(brought.toString())
                .isEqualTo(1);
        // Keycloak's own answer, which on MariaDB may still see whom it has just removed; what counts is that nobody
        // waits.
        soon(() -> realm().rest().delete("users/" + removed));
        assertThat(realm().resource().users().searchByUsername("pam-" + branch, true))
                .isEmpty();

        for (String gone : List.of(approved, byAdmin, added)) {
            Eventually.get(
                    "Nothing left of " + gone, LIMIT, () -> Optional.of(gone).filter(this::isForgotten));
        }
        assertThat(realm().isMember(org, manager)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "default"})
    void pageOfWhoIsGoneIsAnsweredAtOnce(String branch) {
        String alias = "left-" + branch;
        organization(alias, "SUGGEST");
        person(branch, "rosa-" + branch, alias);
        Switcher open = Switcher.on(signIn(realm().app(), UserAgent.on(server()), "rosa-" + branch));
        person(branch, "anna-" + branch, alias);
        UserAgent agent = UserAgent.on(server());
        OidcClient first = realm().app();
        assertThat(Switcher.on(signIn(first, agent, "anna-" + branch)).skip().left())
                .isTrue();
        organization("auto-" + branch, "AUTOMATIC", alias + ".example");
        directory.remove(branch, "rosa-" + branch);
        directory.remove(branch, "anna-" + branch);

        assertThat(soon(() -> open.join(alias)).text()).contains("Account is disabled");
        // Keycloak itself has no page for whom it has just removed; what counts is that nobody waits.
        soon(() -> realm().app2().authorize(agent, ORGANIZATION));
        soon(() -> realm().app2().authorize(agent, Map.of("prompt", "none")));
        for (String name : List.of("rosa-", "anna-")) {
            assertThat(realm().resource().users().searchByUsername(name + branch, true))
                    .isEmpty();
        }
    }

    @Test
    void slowDirectoryShutsNobodyElseOut() {
        organization("slow", "SUGGEST");
        person("default", "lena", "slow");
        Switcher lena = Switcher.on(signIn(realm().app(), UserAgent.on(server()), "lena"));
        Switcher otto = local("otto", "slow");
        AtOnce<Page> joining;
        try (HeldSearches held = directory.hold()) {
            joining = AtOnce.begin(1, () -> lena.join("slow"));
            held.untilAsked();
            assertThat(soon(() -> otto.join("slow")).left()).isTrue();
        }
        assertThat(joining.answers()).allMatch(Page::left);
    }

    @Test
    void silentManagersHoldNoRequestUpAndAreToldLater() {
        String org = managed("mute");
        manager(org, "nils");
        leaveManagers(org, realm().userId("nils"));
        for (String name : List.of("mia", "max")) {
            String id = person("slow", name, "mute");
            realm().member(org, id);
            assertThat(realm().rest().put(member(org, id), Map.of()).status()).isLessThan(300);
        }
        realm().user("olga", "olga@mute.example");
        realm().resource().clearUserCache();
        try (HeldSearches held = directory.hold()) {
            assertThat(soon(() -> rest("olga").post("org-switcher/organizations/" + org + "/request"))
                            .status())
                    .isEqualTo(204);
        }
        for (String name : List.of("mia", "max")) {
            assertThat(server().mailbox().awaitMailTo(name + "@mute.example").subject())
                    .contains("mute");
        }
    }

    @Test
    void onlyManagerWhoseDirectoryIsDownIsToldOnceItIsUp() {
        String org = managed("down");
        manager(org, "lars");
        String id = person("slow", "dora", "down");
        realm().member(org, id);
        assertThat(realm().rest().put(member(org, id), Map.of()).status()).isLessThan(300);
        realm().user("emil", "emil@down.example");
        realm().resource().clearUserCache();
        directory.down();
        try {
            assertThat(soon(() -> rest("lars").delete("org-switcher/organizations/" + org))
                            .status())
                    .as("is not the last, whether the other's directory answers or not")
                    .isEqualTo(204);
            assertThat(soon(() -> rest("emil").post("org-switcher/organizations/" + org + "/request"))
                            .status())
                    .isEqualTo(204);
            Eventually.get(
                    "A mail that was tried", LIMIT, () -> Optional.of(org).filter(this::isTried));
        } finally {
            directory.up();
        }
        assertThat(server().mailbox().awaitMailTo("dora@down.example").subject())
                .contains("down");
    }

    private boolean isTried(String org) {
        return server().sql()
                        .query("select ORG_ID from ORGSW_OUTBOX where DUE_AT > CREATED_AT and ORG_ID = ?", org)
                        .size()
                > 0;
    }

    private boolean isForgotten(String userId) {
        return List.of("ORGSW_PERSON", "ORGSW_ENROLLMENT").stream().allMatch(table -> server().sql()
                .query("select USER_ID from " + table + " where USER_ID = ?", userId)
                .isEmpty());
    }

    /** What a call answers, and that it does so within seconds. */
    private static <T> T soon(Supplier<T> call) {
        Instant start = Instant.now();
        T answer = call.get();
        assertThat(Duration.between(start, Instant.now())).isLessThan(SECONDS);
        return answer;
    }

    /** Somebody of the directory who has asked to join; returns the id. */
    private String requested(String branch, String name, String alias) {
        String id = person(branch, name, alias);
        String org = realm().resource()
                .organizations()
                .search(alias, true, 0, 1)
                .get(0)
                .getId();
        assertThat(rest(name)
                        .post("org-switcher/organizations/" + org + "/request")
                        .status())
                .isEqualTo(204);
        return id;
    }

    /** Somebody of the directory, imported and with a verified address; returns the id. */
    private String person(String branch, String name, String alias) {
        directory.person(branch, name, name + "@" + alias + ".example");
        String id = realm().userId(name);
        var user = realm().resource().users().get(id);
        var representation = user.toRepresentation();
        representation.setEmailVerified(true);
        user.update(representation);
        return id;
    }

    private Switcher local(String name, String alias) {
        realm().user(name, name + "@" + alias + ".example");
        return Switcher.on(signIn(realm().app(), UserAgent.on(server()), name));
    }

    private static Page signIn(OidcClient app, UserAgent agent, String name) {
        return OidcClient.fillLogin(app.authorize(agent, ORGANIZATION), name);
    }

    private void organization(String alias, String joinMode) {
        organization(alias, joinMode, alias + ".example");
    }

    private void organization(String alias, String joinMode, String domain) {
        realm().organization(
                        alias,
                        alias,
                        Map.of(
                                "org-switcher.allowed-domains", List.of(domain),
                                "org-switcher.join-mode", List.of(joinMode)));
    }

    private static String enrollment(String org, String user) {
        return "org-switcher/organizations/" + org + "/enrollments/" + user;
    }
}
