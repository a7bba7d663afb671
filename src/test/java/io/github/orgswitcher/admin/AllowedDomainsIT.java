package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** Allowed domains by admin REST. */
class AllowedDomainsIT extends KeycloakSuite {

    private String acme = "";
    private String domains = "";

    @BeforeAll
    void addOrganization() {
        acme = realm().organization("Acme", "acme", Map.of());
        domains = domainsOf(acme);
    }

    @ParameterizedTest
    @CsvSource({
        "ACME.Example, acme.example",
        "bücher.example, xn--bcher-kva.example",
        "' *.Labs.Acme.example ', *.labs.acme.example",
        "team.acme.co.uk, team.acme.co.uk"
    })
    void acceptedDomainIsStoredInItsOneSpelling(String typed, String stored) {
        RestResponse created = realm().rest().post(domains, Map.of("domain", typed));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.json().path("domain").asText()).isEqualTo(stored);
        assertThat(created.json().path("source").asText()).isEqualTo("API");
        assertThat(created.json().path("verification").asText()).isEqualTo("NONE");
        assertThat(created.json().path("createdAt").asLong()).isPositive();
        assertThat(created.json().path("createdBy").asText()).isNotEmpty();

        String path = created.location().substring(created.location().indexOf("org-switcher/"));
        assertThat(path).isEqualTo(domains + "/" + stored);
        RestResponse read = realm().rest().get(path);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(realm().rest().delete(path).status()).isEqualTo(204);
        assertThat(realm().rest().get(path).status()).isEqualTo(404);
    }

    /** The realm that one signs in to counts, as in the Admin Console, and not the one that is administered. */
    @Test
    void refusalSpeaksTheLanguageOfTheAdministratorsOwnRealm() {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setInternationalizationEnabled(true);
        representation.setSupportedLocales(Set.of("de", "en"));
        representation.setDefaultLocale("de");
        realm().resource().update(representation);
        Map<String, String> refused = Map.of("domain", "gmail.com");
        assertThat(realm().rest().post(domains, refused).body()).contains("public email provider");
        Rest own = realm().rest().as(realm().adminToken("manage-organizations"));
        assertThat(own.post(domains, refused).body()).contains("öffentlichen");
    }

    @ParameterizedTest
    @CsvSource({
        "gmail.com, public email provider",
        "mail.gmail.com, public email provider",
        "mailinator.com, disposable",
        "co.uk, shared",
        "*.com, shared",
        "github.io, shared",
        "acme..com, not a valid domain",
        "10.0.0.1, not a valid domain"
    })
    void refusedDomainIsBoundToItsFieldWithASentence(String domain, String reason) {
        RestResponse refused = realm().rest().post(domains, Map.of("domain", domain));
        assertError(refused, 400, "domain");
        assertThat(refused.json().path("errorMessage").asText()).contains(domain, reason);
        assertThat(refused.json().path("params").path(0).asText()).isEqualTo(domain);
    }

    @Test
    void addressInADomainsPlaceIsAskedBackWithTheDomainThatIsMeant() {
        RestResponse refused = realm().rest().post(domains, Map.of("domain", "user@acme.example"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("domain");
        assertThat(refused.json().path("errorMessage").asText()).isEqualTo("Did you mean acme.example?");
        assertThat(refused.json().path("meant").asText()).isEqualTo("acme.example");
        assertThat(realm().rest()
                        .post(domains, Map.of("domain", "acme..com"))
                        .json()
                        .has("meant"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"domain\":null}", "{\"domain\":\" \"}", "{\"domain\":7}", "{\"domain\":[\"a.example\"]}"
            })
    void missingOrMistypedDomainIsBoundToItsField(String body) {
        assertError(realm().rest().post(domains, body), 400, "domain");
    }

    @Test
    void unknownFieldIsNamed() {
        assertError(realm().rest().post(domains, "{\"domain\":\"a.example\",\"owner\":\"me\"}"), 400, "owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "\"acme.example\"", "{\"domain\":", "{\"domain\":\"a.example\"} {}", "\u0000"})
    void whatIsNoJsonObjectIsRefused(String body) {
        RestResponse refused = realm().rest().post(domains, body);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("errorMessage").asText()).isEqualTo("Send a JSON object.");
    }

    @Test
    void domainIsThereOnceInOneOrganizationAndMayBeInOthers() {
        assertThat(realm().rest()
                        .post(domains, Map.of("domain", "twice.example"))
                        .status())
                .isEqualTo(201);
        RestResponse again = realm().rest().post(domains, Map.of("domain", "TWICE.example"));
        assertError(again, 409, "domain");
        assertThat(again.json().path("errorMessage").asText())
                .isEqualTo("“twice.example” is already an allowed domain of this organization.");
        String labs = realm().organization("Acme Labs", "acme-labs", Map.of());
        assertThat(realm().rest()
                        .post(domainsOf(labs), Map.of("domain", "twice.example"))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%2A.b%C3%BCcher-%C3%BC.example", "*.B%C3%9Ccher-%C3%9C.EXAMPLE", "%2a.xn--bcher--3yaf.example"})
    void pathTakesAnySpelling(String spelling) {
        realm().rest().post(domains, Map.of("domain", "*.bücher-ü.example"));
        assertThat(realm().rest().get(domains + "/" + spelling).status()).isEqualTo(200);
        assertThat(realm().rest().delete(domains + "/" + spelling).status()).isEqualTo(204);
        assertThat(realm().rest().delete(domains + "/" + spelling).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent.example", "not%20a%20domain", "%00", "gmail.com"})
    void absentDomainIsNotFound(String path) {
        RestResponse read = realm().rest().get(domains + "/" + path);
        assertThat(read.status()).as(read.toString()).isEqualTo(404);
        assertThat(read.json().path("errorMessage").asText())
                .endsWith("is not an allowed domain of this organization.");
    }

    @Test
    void whatADomainSaysForItselfIsChangedPieceByPiece() {
        String id = realm().organization("Soylent", "soylent", Map.of());
        String path = domainsOf(id) + "/soylent.example";
        realm().rest().put("org-switcher/organizations/" + id + "/policy", Map.of("joinMode", "REQUEST"));
        RestResponse created =
                realm().rest().post(domainsOf(id), Map.of("domain", "Soylent.example", "joinMode", "AUTOMATIC"));
        assertThat(created.json().path("joinMode").asText()).isEqualTo("AUTOMATIC");
        assertThat(created.json().path("inForce").toString())
                .isEqualTo("{\"joinMode\":\"AUTOMATIC\",\"defaultGroups\":[]}");

        assertThat(realm().rest().put(path, "{\"defaultGroups\":[]}").status()).isEqualTo(204);
        JsonNode read = realm().rest().get(path).json();
        assertThat(read.path("joinMode").asText()).isEqualTo("AUTOMATIC");
        assertThat(read.path("defaultGroups").toString()).isEqualTo("[]");
        assertThat(realm().rest().put(path, read.toString()).status())
                .as("what reading gives may be sent back")
                .isEqualTo(204);
        assertThat(realm().rest().get(path).json()).isEqualTo(read);

        assertThat(realm().rest()
                        .put(path, "{\"joinMode\":null,\"defaultGroups\":null}")
                        .status())
                .isEqualTo(204);
        read = realm().rest().get(path).json();
        assertThat(read.has("joinMode") || read.has("defaultGroups")).isFalse();
        assertThat(read.path("inForce").path("joinMode").asText()).isEqualTo("REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "joinMode|\"request\"",
                "joinMode|[\"REQUEST\"]",
                "joinMode|1",
                "defaultGroups|[\"/none\"]",
                "defaultGroups|\"/none\"",
                "defaultGroups|[null]",
                "maxMembers|3"
            })
    void whatADomainCannotSayIsRefusedOnItsFieldAndChangesNothing(String field, String value) {
        realm().rest().post(domains, Map.of("domain", "says.example"));
        String setting = "\"" + field + "\":" + value + "}";
        assertError(realm().rest().put(domains + "/says.example", "{" + setting), 400, field);
        assertError(realm().rest().post(domains, "{\"domain\":\"new.says.example\"," + setting), 400, field);
        assertThat(realm().rest().get(domains + "/says.example").json().has("joinMode"))
                .isFalse();
        assertThat(realm().rest().get(domains + "/new.says.example").status()).isEqualTo(404);
        assertThat(realm().rest()
                        .put(domains + "/absent.example", "{\"joinMode\":\"REQUEST\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatAttributesDeclareIsChangedThereAlone() {
        String id = realm().organization(
                        "Tyrell",
                        "tyrell",
                        Map.of(
                                "org-switcher.allowed-domains", List.of("tyrell.example"),
                                "org-switcher.join-mode", List.of("REQUEST")));
        realm().rest().post(domainsOf(id), Map.of("domain", "api.tyrell.example"));
        RestResponse declaredDomain =
                realm().rest().put(domainsOf(id) + "/tyrell.example", Map.of("joinMode", "AUTOMATIC"));
        assertError(declaredDomain, 409, "domain");
        RestResponse declaredMode =
                realm().rest().put(domainsOf(id) + "/api.tyrell.example", Map.of("joinMode", "AUTOMATIC"));
        assertError(declaredMode, 409, "joinMode");
        assertThat(declaredMode.json().path("errorMessage").asText()).contains("org-switcher.join-mode");
        assertError(
                realm().rest().post(domainsOf(id), Map.of("domain", "new.tyrell.example", "joinMode", "AUTOMATIC")),
                409,
                "joinMode");
        assertThat(realm().rest()
                        .put(domainsOf(id) + "/api.tyrell.example", Map.of("defaultGroups", List.of()))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void listIsOrderedPagedAndSearched() {
        String globex = realm().organization("Globex", "globex", Map.of());
        String path = domainsOf(globex);
        IntStream.range(0, 12)
                .mapToObj(i -> String.format("d%02d.globex.example", 11 - i))
                .forEach(name -> realm().rest().post(path, Map.of("domain", name)));
        realm().rest().post(path, Map.of("domain", "100percent.example"));

        assertThat(names(path)).hasSize(13).isSorted();
        assertThat(names(path + "?first=2&max=3"))
                .containsExactly("d01.globex.example", "d02.globex.example", "d03.globex.example");
        assertThat(names(path + "?search=D1")).containsExactly("d10.globex.example", "d11.globex.example");
        assertThat(names(path + "?search=globex")).isEmpty();
        assertThat(names(path + "?search=*1.globex")).containsExactly("d01.globex.example", "d11.globex.example");
        assertThat(names(path + "?search=%22d11.globex.example%22")).containsExactly("d11.globex.example");
        assertThat(names(path + "?search=%25")).isEmpty();
        assertThat(names(path + "?max=0")).isEmpty();
        assertThat(realm().rest().get(path + "/count").json().asInt()).isEqualTo(13);
        assertThat(realm().rest().get(path + "/count?search=*1.globex").json().asInt())
                .isEqualTo(2);
        assertThat(names(path + "?first=1&max=2000000000")).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource({"first, -1", "first, one", "first, 1.5", "first, 99999999999999999999", "max, -1", "max, all"})
    void whatIsNoPageIsRefusedWithItsField(String parameter, String value) {
        for (String list : List.of(domains, acmeEnrollments(), "org-switcher/domains")) {
            assertError(realm().rest().get(list + "?" + parameter + "=" + value), 400, parameter);
        }
    }

    @Test
    void searchHasALimit() {
        assertError(realm().rest().get(domains + "?search=" + "a".repeat(256)), 400, "search");
        assertThat(names(domains + "?search=" + "a".repeat(255))).isEmpty();
    }

    private String acmeEnrollments() {
        return "org-switcher/organizations/" + acme + "/enrollments";
    }

    @Test
    void organizationOfAnotherRealmOrNoneIsNotFound() {
        String foreign;
        try (TestRealm other = TestRealm.on(server())) {
            foreign = other.organization("Foreign", "foreign", Map.of());
            assertNotFound(domainsOf(foreign));
            assertThat(other.rest().get(domainsOf(foreign)).status()).isEqualTo(200);
        }
        assertNotFound(domainsOf(foreign));
        assertNotFound(domainsOf("none"));
        assertNotFound(domainsOf("%00"));
    }

    private void assertNotFound(String path) {
        for (RestResponse response : List.of(
                realm().rest().get(path),
                realm().rest().post(path, Map.of("domain", "acme.example")),
                realm().rest().delete(path + "/acme.example"))) {
            assertThat(response.status()).as(response.toString()).isEqualTo(404);
            assertThat(response.json().path("errorMessage").asText()).isEqualTo("Organization not found.");
        }
    }

    private List<String> names(String path) {
        return StreamSupport.stream(realm().rest().get(path).json().spliterator(), false)
                .map(domain -> domain.path("domain").asText())
                .toList();
    }

    private static void assertError(RestResponse response, int status, String field) {
        assertThat(response.status()).as(response.toString()).isEqualTo(status);
        JsonNode error = response.json();
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("errorMessage").asText()).endsWith(".").contains(" ");
    }

    private static String domainsOf(String organizationId) {
        return "org-switcher/organizations/" + organizationId + "/domains";
    }
}
