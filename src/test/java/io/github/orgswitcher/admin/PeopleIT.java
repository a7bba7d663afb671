package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.SqlCount;
import io.github.orgswitcher.testing.TestRealm.Admin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The list of people whose verified address an organization allows and who are no members, and what is done with them. */
class PeopleIT extends KeycloakSuite {

    /** An organization with a domain of its own, so that no test sees another's people. */
    private final class Place {

        private final String domain = UUID.randomUUID().toString().substring(0, 8) + ".example";
        private final String id;
        private final String path;

        Place() {
            id = realm().organization(domain, domain.replace('.', '-'), Map.of());
            path = "org-switcher/organizations/" + id;
            allow(domain);
        }

        void allow(String pattern) {
            RestResponse answer = realm().rest().post(path + "/domains", Map.of("domain", pattern));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }

        void policy(Map<String, ?> policy) {
            assertThat(realm().rest().put(path + "/policy", policy).status()).isEqualTo(204);
        }

        String person(String name) {
            return realm().user(name + "." + domain, name + "@" + domain);
        }

        String personWith(String name, String status) {
            String userId = person(name);
            EnrollmentRows.of(realm()).add(id, userId, status, null, domain, 1);
            return userId;
        }

        /** By the names in their addresses. */
        Map<String, String> verdicts(Rest rest, String query) {
            RestResponse answer = rest.get(path + "/people" + query);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            Map<String, String> verdicts = new LinkedHashMap<>();
            answer.json()
                    .forEach(person -> verdicts.put(
                            person.path("user").path("email").asText().replaceFirst("@.*", ""),
                            person.path("verdict").asText()));
            return verdicts;
        }

        Map<String, String> verdicts() {
            return verdicts(realm().rest(), "");
        }

        List<String> bring(Rest rest, String how, String... users) {
            RestResponse answer = rest.post(path + "/people/" + how, Map.of("users", List.of(users)));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(texts(answer.json().path("results"), "message"))
                    .hasSameSizeAs(answer.json().path("results"))
                    .filteredOn(message -> !message.isEmpty())
                    .hasSize(answer.json().path("refused").asInt());
            return texts(answer.json().path("results"), "status").toList();
        }

        String bring(String how, String user) {
            return bring(realm().rest(), how, user).get(0);
        }
    }

    private static Stream<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asText());
    }

    private void change(String userId, Consumer<UserRepresentation> change) {
        UserRepresentation user = realm().resource().users().get(userId).toRepresentation();
        change.accept(user);
        realm().resource().users().get(userId).update(user);
    }

    private List<AdminEventRepresentation> eventsSince(int before) {
        List<AdminEventRepresentation> events = realm().adminEvents();
        return events.subList(0, events.size() - before);
    }

    @Test
    void eachIsToldWithTheReason() {
        Place place = new Place();
        place.policy(Map.of("joinMode", "REQUEST"));
        place.person("alice");
        place.personWith("bob", "DISMISSED");
        place.personWith("carol", "DENIED");
        place.personWith("dave", "REQUESTED");
        place.personWith("erin", "LEFT");
        realm().member(place.id, place.person("frank"));
        change(place.person("grace"), user -> user.setEmailVerified(false));
        change(place.person("heidi"), user -> user.setEnabled(false));
        realm().user("ivan." + place.domain, "ivan@below." + place.domain);
        UserRepresentation made = new UserRepresentation();
        made.setUsername("judy." + place.domain);
        made.setEmail("judy@" + place.domain);
        made.setEmailVerified(true);
        made.setEnabled(true);
        realm().resource().users().create(made).close();
        realm().invite(place.id, "kate@" + place.domain);
        place.person("kate");

        assertThat(place.verdicts())
                .containsExactly(
                        Map.entry("alice", "NOT_SIGNED_IN_SINCE"),
                        Map.entry("bob", "DISMISSED"),
                        Map.entry("carol", "DENIED"),
                        Map.entry("dave", "REQUESTED"),
                        Map.entry("erin", "LEFT"),
                        Map.entry("heidi", "USER_DISABLED"),
                        Map.entry("judy", "NEVER_SIGNED_IN"),
                        Map.entry("kate", "INVITED"));

        place.allow("*." + place.domain);
        assertThat(place.verdicts()).containsEntry("ivan", "NOT_SIGNED_IN_SINCE");
        assertThat(place.verdicts(realm().rest(), "?domain=" + place.domain)).doesNotContainKey("ivan");
        assertThat(place.verdicts(realm().rest(), "?domain=*." + place.domain)).containsKeys("ivan", "alice");
        assertThat(realm().rest()
                        .get(place.path + "/people?domain=other.example")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatTheOrganizationAsksForIsTold() {
        Place place = new Place();
        String alice = place.person("alice");
        place.policy(Map.of("signInKinds", List.of("SOCIAL")));
        assertThat(place.verdicts()).containsEntry("alice", "SIGN_IN_KIND");
        assertThat(place.bring("memberships", alice)).isEqualTo("REFUSED");

        place.policy(Map.of("signInKinds", List.of("PASSWORD"), "maxMembers", 1));
        realm().member(place.id, realm().user("first." + place.domain, "first@elsewhere.example"));
        assertThat(place.verdicts()).containsEntry("alice", "SEATS_FULL");
        assertThat(place.bring("memberships", alice)).isEqualTo("REFUSED");
        assertThat(place.bring("invitations", alice)).isEqualTo("REFUSED");

        place.policy(Map.of("joinMode", "SUGGEST", "maxMembers", 5, "requireVerifiedDomain", true));
        assertThat(place.verdicts()).containsEntry("alice", "DOMAIN_NOT_VERIFIED");

        place.policy(Map.of("joinMode", "DISABLED"));
        assertThat(place.verdicts()).containsEntry("alice", "DISABLED");
        assertThat(place.bring("memberships", alice)).isEqualTo("REFUSED");
        assertThat(place.bring("invitations", alice))
                .as("by an invitation all the same")
                .isEqualTo("INVITED");
    }

    @Test
    void listIsSearchedAndPagedByUserName() {
        Place place = new Place();
        List.of("d", "b", "c", "a", "e").forEach(place::person);
        assertThat(place.verdicts(realm().rest(), "?max=2")).containsOnlyKeys("a", "b");
        assertThat(place.verdicts(realm().rest(), "?first=2&max=2")).containsOnlyKeys("c", "d");
        assertThat(place.verdicts(realm().rest(), "?first=4&max=2")).containsOnlyKeys("e");
        assertThat(place.verdicts(realm().rest(), "?search=c@")).containsOnlyKeys("c");
        assertThat(place.verdicts(realm().rest(), "?search=nobody")).isEmpty();
    }

    @Test
    void manyCostTheStatementsOfOne() {
        Place few = new Place();
        few.person("one");
        Place many = new Place();
        many.allow("*." + many.domain);
        IntStream.range(0, 12)
                .forEach(number -> realm().user("p" + number + "." + many.domain, "p@d" + number + "." + many.domain));
        few.verdicts();
        many.verdicts();
        SqlCount one = SqlCount.during(server(), few::verdicts);
        SqlCount dozen = SqlCount.during(server(), many::verdicts);
        assertThat(realm().rest().get(many.path + "/people").json()).hasSize(12);
        assertThat(dozen.total()).as("%s", dozen).isLessThanOrEqualTo(one.total());
    }

    @Test
    void csvIsTheWholeListAndHoldsNoFormula() {
        Place place = new Place();
        realm().user("alice." + place.domain, "=cmd@" + place.domain);
        place.person("bob");
        RestResponse csv = realm().rest().getAs("text/csv", place.path + "/people?max=1");

        assertThat(csv.status()).as(csv.toString()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("id,username,email,");
        assertThat(lines.get(1)).contains("\"'=cmd@" + place.domain + "\"");
        assertThat(lines.get(2)).contains(",bob@" + place.domain + ",");
        assertThat(realm().rest().getAs("*/*", place.path + "/people").json()).hasSize(2);
    }

    @Test
    void peopleAreInvitedByKeycloaksInvitations() {
        Place place = new Place();
        String alice = place.person("alice");
        String bob = place.personWith("bob", "DENIED");
        int before = realm().adminEvents().size();

        assertThat(place.bring(realm().rest(), "invitations", alice, bob, "nobody"))
                .containsExactly("INVITED", "REFUSED", "REFUSED");

        assertThat(realm().invitations(place.id, "alice@" + place.domain)).hasSize(1);
        assertThat(server().mailbox().awaitMailTo("alice@" + place.domain).links())
                .isNotEmpty();
        assertThat(eventsSince(before))
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourceType)
                .containsExactly(tuple("ACTION", "ORGANIZATION_MEMBERSHIP"));
        assertThat(place.verdicts()).containsEntry("alice", "INVITED");
        assertThat(place.bring("invitations", alice)).as("a second time").isEqualTo("REFUSED");
        assertThat(place.bring("memberships", alice)).isEqualTo("JOINED");
        assertThat(realm().invitations(place.id, "alice@" + place.domain))
                .as("used up")
                .isEmpty();
    }

    /** One that takes connections and never says a word, as long as it lasts. */
    @Test
    void nobodyWaitsForTheMailServerAndNoInvitationStaysWithoutItsMail() throws IOException {
        Place place = new Place();
        String[] users = {place.person("alice"), place.person("bob"), place.person("carol"), place.person("dave")};
        Map<String, String> working = realm().resource().toRepresentation().getSmtpServer();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            smtp(Map.of("host", "127.0.0.1", "port", "" + silent.getLocalPort(), "from", "keycloak@mail.example"));
            assertThat(place.bring(realm().rest(), "invitations", users))
                    .as("with a wait for it, the mails would have failed")
                    .containsOnly("INVITED")
                    .hasSize(4);
        } finally {
            smtp(working);
        }
        for (String name : List.of("alice", "bob", "carol", "dave")) {
            assertThat(Eventually.get(
                                    "The mail to " + name,
                                    Duration.ofMinutes(2),
                                    () -> server().mailbox().mailsTo(name + "@" + place.domain).stream()
                                            .findFirst())
                            .links())
                    .isNotEmpty();
        }
    }

    private void smtp(Map<String, String> server) {
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.setSmtpServer(server);
        realm().resource().update(realm);
    }

    @Test
    void peopleAreMadeMembersWhoMatchAndHaveNotDecidedOtherwise() {
        Place place = new Place();
        String alice = place.person("alice");
        String left = place.personWith("left", "LEFT");
        String asked = place.personWith("asked", "REQUESTED");
        String unverified = place.person("unverified");
        change(unverified, user -> user.setEmailVerified(false));
        String stranger = realm().user("stranger." + place.domain, "stranger@elsewhere.example");
        int before = realm().adminEvents().size();

        assertThat(place.bring(realm().rest(), "memberships", alice, left, asked, unverified, stranger, alice))
                .containsExactly("JOINED", "REFUSED", "JOINED", "REFUSED", "REFUSED");

        assertThat(Stream.of(alice, left, asked, unverified, stranger).filter(user -> realm().isMember(place.id, user)))
                .containsExactly(alice, asked);
        assertThat(eventsSince(before))
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .containsExactlyInAnyOrder(
                        tuple("CREATE", "organizations/" + place.id + "/members/" + alice),
                        tuple("CREATE", "organizations/" + place.id + "/members/" + asked));
        JsonNode enrolled =
                realm().rest().get(place.path + "/enrollments?status=JOINED").json();
        assertThat(texts(enrolled, "method")).containsExactlyInAnyOrder("ALLOWED_DOMAIN", "APPROVED_REQUEST");
        assertThat(texts(enrolled, "decidedBy")).doesNotContain("");
        assertThat(place.bring("memberships", alice)).as("a member").isEqualTo("REFUSED");
    }

    @Test
    void noMoreJoinThanThereAreSeats() {
        Place place = new Place();
        place.policy(Map.of("maxMembers", 1));
        assertThat(place.bring(realm().rest(), "memberships", place.person("alice"), place.person("bob")))
                .containsExactly("JOINED", "REFUSED");
    }

    @Test
    void whomTheAdministratorMayNotViewIsNotThere() {
        Place place = new Place();
        String alice = place.person("alice");
        String bob = place.person("bob");
        Admin admin = realm().admin("manage-organizations", "query-users");
        Rest rest = realm().rest().as(admin.accessToken());
        assertThat(place.verdicts(rest, "")).isEmpty();
        FineGrainedPermissions.of(realm()).grant(admin, FineGrainedPermissions.USERS, Set.of(alice), "view");
        assertThat(place.verdicts(rest, "")).containsOnlyKeys("alice");
        assertThat(place.bring(rest, "invitations", bob, alice)).containsExactly("REFUSED", "INVITED");
        assertThat(rest.post(place.path + "/people/memberships", Map.of("users", List.of(alice)))
                        .status())
                .as("as Keycloak's own call")
                .isEqualTo(403);
    }

    @Test
    void whatCannotBeReadIsRefusedOnItsField() {
        Place place = new Place();
        for (Object users : List.of(List.of(), "x", List.of(1))) {
            RestResponse answer = realm().rest().post(place.path + "/people/memberships", Map.of("users", users));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.json().path("field").asText()).isEqualTo("users");
        }
    }
}
