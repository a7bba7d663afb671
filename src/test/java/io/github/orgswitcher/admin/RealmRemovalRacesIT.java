package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.AllServersAnswer;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A realm that one administrator removes while another one's request is under way in it: the answer is that of any realm that is not there. */
@AllServersAnswer
class RealmRemovalRacesIT extends KeycloakSuite {

    private static final int ROWS = 5;

    private static final String ORG = "org-switcher/organizations/";

    /** What is under way. */
    enum Writing {
        PEOPLE(doomed ->
                doomed.rest.post("org-switcher/people/import", doomed.rows("email", "someone%d@left.example"))),
        PEOPLE_CHECKED(doomed -> doomed.rest.post(
                "org-switcher/people/import?dryRun=true", doomed.rows("email", "someone%d@left.example"))),
        DOMAINS(doomed -> doomed.rest.post("org-switcher/domains", doomed.rows("domain", "left%d.example"))),
        DOMAINS_AT_ONCE(doomed ->
                doomed.rest.post("org-switcher/domains?atomic=true", doomed.rows("domain", "left%d.example"))),
        DOMAIN(doomed -> doomed.rest.post(ORG + doomed.org + "/domains", Map.of("domain", "left.example"))),
        POLICY(doomed -> doomed.rest.put(ORG + doomed.org + "/policy", Map.of("joinMode", "AUTOMATIC"))),
        MEMBERS(doomed ->
                doomed.rest.post(ORG + doomed.org + "/people/memberships", Map.of("users", List.of(doomed.user)))),
        SETUP(doomed -> doomed.rest.put("org-switcher/setup", Map.of("enabled", true)));

        final Function<Doomed, RestResponse> call;

        Writing(Function<Doomed, RestResponse> call) {
            this.call = call;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnderWayIsToldThatTheRealmIsGone(Writing writing) {
        Doomed doomed = new Doomed();
        AtOnce<RestResponse> removal;
        AtOnce<RestResponse> written;
        try (HeldRows held = writing == Writing.SETUP
                ? HeldRows.ofRealm(server(), doomed.id)
                : HeldRows.ofOrganization(server(), doomed.org)) {
            removal = AtOnce.begin(1, () -> realms("").delete(doomed.id));
            held.untilWaiting(1);
            written = AtOnce.begin(1, () -> writing.call.apply(doomed));
            held.untilWaiting(2);
        }

        assertThat(removal.answers()).singleElement().satisfies(answer -> assertThat(answer.status())
                .as("%s", answer)
                .isEqualTo(204));
        RestResponse missing = doomed.rest.get("org-switcher/setup");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(written.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.status()).as("%s", answer).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(missing.body());
        });
        assertThat(server().sql().query("select USER_ID from ORGSW_PERSON where REALM_ID = ?", doomed.id))
                .as("left behind")
                .isEmpty();
    }

    private Rest realms(String path) {
        return new Rest(
                URI.create(server().baseUri() + "/admin/realms" + path),
                () -> server().admin().tokenManager().getAccessTokenString());
    }

    /** A realm with an organization and somebody, all its own. */
    private final class Doomed {

        final String id = UUID.randomUUID().toString();
        final Rest rest = realms("/" + id);
        final String org;
        final String user;

        Doomed() {
            RealmRepresentation realm = new RealmRepresentation();
            realm.setId(id);
            realm.setRealm(id);
            realm.setEnabled(true);
            realm.setOrganizationsEnabled(true);
            OrganizationRepresentation organization = new OrganizationRepresentation();
            organization.setName("left");
            organization.setAlias("left");
            realm.setOrganizations(List.of(organization));
            UserRepresentation person = new UserRepresentation();
            person.setUsername("left");
            person.setEnabled(true);
            realm.setUsers(List.of(person));
            server().admin().realms().create(realm);
            org = rest.get("organizations").json().get(0).path("id").asText();
            user = rest.get("users").json().get(0).path("id").asText();
        }

        List<Map<String, String>> rows(String column, String value) {
            return IntStream.range(0, ROWS)
                    .mapToObj(row -> Map.of("organization", org, column, value.formatted(row)))
                    .toList();
        }
    }
}
