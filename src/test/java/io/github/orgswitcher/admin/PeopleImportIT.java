package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EnrollmentRows;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.SqlCount;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;

/** The import of people for many organizations. */
class PeopleImportIT extends PeopleImportSuite {

    @Test
    void eachRowIsAnsweredAndTheCheckChangesNothing() {
        Place place = new Place();
        String alice = place.person("alice");
        String bob = place.person("bob");
        realm().member(place.id, bob);
        change(place.person("carol"), user -> user.setEmailVerified(false));
        change(place.person("dave"), user -> user.setEnabled(false));
        EnrollmentRows.of(realm()).add(place.id, place.person("erin"), "LEFT", null, place.domain, 1);
        realm().user("frank." + place.domain, "frank@elsewhere." + place.domain);
        realm().invite(place.id, place.mailbox("grace"));
        String[] file = {
            "email,lastName,organization,firstName",
            place.mailbox("alice") + ",A," + place.alias + ",Alice",
            place.mailbox("bob") + ",,  " + place.id + ",",
            place.mailbox("carol") + ",,\"" + place.alias + "\",",
            place.mailbox("dave") + ",," + place.alias + ",",
            place.mailbox("erin") + ",," + place.alias + ",",
            "frank@elsewhere." + place.domain + ",," + place.alias + ",",
            place.mailbox("grace") + ",," + place.alias + ",",
            place.mailbox("Heidi") + ",Stranger," + place.alias + ",Heidi",
            place.mailbox("heidi") + ",," + place.alias + ",",
            "nobody,," + place.alias + ",",
            place.mailbox("ivan") + ",,nowhere,",
            place.mailbox("ivan") + ",,,",
            place.mailbox("ivan") + "," + place.alias,
            place.mailbox("ivan") + "," + "x".repeat(256) + "," + place.alias + ",",
        };
        String[] expected = {
            "1 JOINED",
            "2 UNCHANGED Is a member.",
            "3 INVITED",
            "4 REFUSED This person’s account is disabled.",
            "5 REFUSED Has left the organization, or was removed.",
            "6 INVITED",
            "7 UNCHANGED Is invited, and has not answered.",
            "8 INVITED",
            "9 REFUSED email Row 8 names this address for the organization already.",
            "10 REFUSED email Enter one plain email address.",
            "11 REFUSED organization There is no organization “nowhere”.",
            "12 REFUSED organization Enter the id or the alias of an organization.",
            "13 REFUSED A file of people has the columns organization and email, may have firstName and lastName, and has no others.",
            "14 REFUSED lastName This name is too long. Use at most 255 characters.",
        };
        int before = realm().adminEvents().size();

        for (RestResponse answer : List.of(
                post(realm().rest(), "?dryRun=true", file), postJson(realm().rest(), "?dryRun=true", json(file)))) {
            JsonNode check = imported(answer);
            assertThat(results(check)).containsExactly(expected);
            assertThat(check.path("dryRun").asBoolean()).isTrue();
        }
        assertThat(realm().adminEvents()).hasSize(before);
        assertThat(realm().isMember(place.id, alice)).isFalse();
        assertThat(realm().invitations(place.id, place.mailbox("heidi"))).isEmpty();

        JsonNode report = imported(post(realm().rest(), "", file));
        assertThat(results(report)).containsExactly(expected);
        assertThat(List.of(
                        report.path("joined").asInt(),
                        report.path("invited").asInt(),
                        report.path("unchanged").asInt(),
                        report.path("refused").asInt()))
                .containsExactly(1, 3, 2, 8);
        assertThat(realm().isMember(place.id, alice)).isTrue();
        assertThat(realm().rest()
                        .get("organizations/" + place.id + "/invitations?email=" + place.mailbox("heidi"))
                        .json())
                .singleElement()
                .extracting(invitation -> invitation.path("firstName").asText() + " "
                        + invitation.path("lastName").asText())
                .isEqualTo("Heidi Stranger");
        List<AdminEventRepresentation> events = realm().adminEvents();
        assertThat(events.subList(0, events.size() - before))
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourceType)
                .containsExactlyInAnyOrder(
                        tuple("CREATE", "ORGANIZATION_MEMBERSHIP"),
                        tuple("ACTION", "ORGANIZATION_MEMBERSHIP"),
                        tuple("ACTION", "ORGANIZATION_MEMBERSHIP"),
                        tuple("ACTION", "ORGANIZATION_MEMBERSHIP"));
        Stream.of(place.mailbox("carol"), "frank@elsewhere." + place.domain, place.mailbox("heidi"))
                .forEach(mailbox -> {
                    assertThat(server().mailbox().awaitMailTo(mailbox).links()).isNotEmpty();
                    assertThat(server().mailbox().mailsTo(mailbox)).hasSize(1);
                });

        assertThat(results(imported(postJson(realm().rest(), "", json(file)))).subList(0, 8))
                .as("a second time")
                .containsExactly(
                        "1 UNCHANGED Is a member.",
                        "2 UNCHANGED Is a member.",
                        "3 UNCHANGED Is invited, and has not answered.",
                        "4 REFUSED This person’s account is disabled.",
                        "5 REFUSED Has left the organization, or was removed.",
                        "6 UNCHANGED Is invited, and has not answered.",
                        "7 UNCHANGED Is invited, and has not answered.",
                        "8 UNCHANGED Is invited, and has not answered.");
        assertThat(server().mailbox().mailsTo(place.mailbox("heidi"))).hasSize(1);
    }

    @Test
    void noMoreComeInThanThereAreSeats() {
        Place place = new Place();
        assertThat(realm().rest()
                        .put(place.path + "/policy", Map.of("joinMode", "REQUEST", "maxMembers", 2))
                        .status())
                .isEqualTo(204);
        place.person("alice");
        assertThat(results(imported(post(
                        realm().rest(),
                        "",
                        "organization,email",
                        place.row("alice"),
                        place.row("stranger"),
                        place.row("another")))))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("1 JOINED"),
                        second -> assertThat(second).isEqualTo("2 INVITED"),
                        third -> assertThat(third).startsWith("3 REFUSED "));
    }

    @Test
    void whatCannotBeReadIsToldAndTooManyAreRefusedAsAWhole() {
        Place place = new Place();
        for (String header : List.of("", "organization", "email,organization,age", "organization,email,email")) {
            RestResponse answer = post(realm().rest(), "", header, place.row("alice"));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.json().path("errorMessage").asText()).startsWith("A file of people has the columns");
        }
        String[] many = Stream.concat(
                        Stream.of("organization,email"),
                        IntStream.rangeClosed(0, 500).mapToObj(number -> place.row("p" + number)))
                .toArray(String[]::new);
        RestResponse tooMany = post(realm().rest(), "", many);
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.json().path("errorMessage").asText())
                .isEqualTo("At most 500 people can be imported at a time.");
        assertThat(postJson(realm().rest(), "", json(many))
                        .json()
                        .path("errorMessage")
                        .asText())
                .isEqualTo("At most 500 people can be imported at a time.");
        RestResponse tooManyAndBroken = post(
                realm().rest(),
                "",
                Stream.concat(Stream.of(many), Stream.of("\"")).toArray(String[]::new));
        assertThat(tooManyAndBroken.json().path("errorMessage").asText())
                .isEqualTo("At most 500 people can be imported at a time.");
        assertThat(realm().invitations(place.id, place.mailbox("p0"))).isEmpty();
        assertThat(post(realm().rest(), "?dryRun=perhaps", "organization,email").status())
                .isEqualTo(400);
        assertThat(imported(post(realm().rest(), "", "organization,email")).path("results"))
                .isEmpty();
    }

    @Test
    void jsonIsReadAsFarAsItGoes() {
        Place place = new Place();
        for (String nothing : List.of("", "{}", "\"acme\"", "organization,email")) {
            RestResponse answer = postJson(realm().rest(), "", nothing);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.json().path("errorMessage").asText())
                    .isEqualTo("Send a JSON array of objects with the fields organization and email.");
        }
        RestResponse broken = postJson(realm().rest(), "", """
                [{"organization": "%1$s", "email": "alice@%2$s", "firstName": null},
                 {"organization": "%1$s", "email": "bob@%2$s", "age": 7},
                 {"organization": "%1$s", "email": ["carol@%2$s"]},
                 {"organization": "%1$s"},
                 {"organization": "%1$s", "email": "dave@%2$s"}, oops
                """.formatted(place.alias, place.domain));
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().path("errorMessage").asText())
                .isEqualTo("Row 6 cannot be read. It and what follows was not looked at.");
        assertThat(results(broken.json()))
                .containsExactly(
                        "1 INVITED",
                        "2 REFUSED age “age” is not a known field.",
                        "3 REFUSED email The value of “email” must be text.",
                        "4 REFUSED email Enter one plain email address.",
                        "5 INVITED");
    }

    @Test
    void eachRowCostsTheSame() {
        Place place = new Place();
        Runnable[] files = IntStream.of(2, 4, 12)
                .mapToObj(size -> (Runnable) () -> imported(post(
                        realm().rest(),
                        "?dryRun=true",
                        Stream.concat(
                                        Stream.of("organization,email"),
                                        IntStream.range(0, size).mapToObj(number -> place.row("p" + number)))
                                .toArray(String[]::new))))
                .toArray(Runnable[]::new);
        files[0].run();
        long two = SqlCount.during(server(), files[0]).total();
        long four = SqlCount.during(server(), files[1]).total();
        long twelve = SqlCount.during(server(), files[2]).total();
        assertThat(twelve - four).as("%d, %d, %d", two, four, twelve).isLessThanOrEqualTo(4 * (four - two) + 8);
    }
}
