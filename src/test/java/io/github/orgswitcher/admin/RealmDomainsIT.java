package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm.Admin;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search for allowed domains across a realm. */
class RealmDomainsIT extends KeycloakSuite {

    private static final String DOMAINS = "org-switcher/domains";

    private String acme = "";
    private String globex = "";

    @BeforeAll
    void addDomains() {
        acme = organization("Acme Inc.", "acme", "acme.example", "shared.example", "*.bücher.example");
        globex = organization("Globex", "globex", "globex.example", "shared.example");
        organization("Initech", "initech", "initech.example", "shared.example");
    }

    @Test
    void eachDomainComesWithTheOrganizationThatHoldsIt() {
        RestResponse found = realm().rest().get(DOMAINS + "?search=acme");

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.json()).hasSize(1);
        assertThat(found.json().path(0).path("domain").asText()).isEqualTo("acme.example");
        assertThat(found.json().path(0).path("source").asText()).isEqualTo("API");
        assertThat(found.json().path(0).path("verification").asText()).isEqualTo("NONE");
        assertThat(found.json().path(0).path("organization").path("id").asText())
                .isEqualTo(acme);
        assertThat(found.json().path(0).path("organization").path("alias").asText())
                .isEqualTo("acme");
        assertThat(found.json().path(0).path("organization").path("name").asText())
                .isEqualTo("Acme Inc.");
    }

    @ParameterizedTest
    @CsvSource({
        "search=SHARED, 3",
        "search=example, 0",
        "search=*example, 7",
        "search=*ACME*, 1",
        "search=*.example, 7",
        "search=s*d.example, 3",
        "search=*, 7",
        "search=shared *.exam, 3",
        "search=shared acme, 0",
        "search=%25, 0",
        "search=acme_example, 0",
        "search=acme%5C, 0",
        "search=%27, 0",
        "search=acme%27)or(%271%27=%271, 0",
        "search=bücher.example, 1",
        "search=*.bücher.example, 1",
        "search=xn--b, 1",
        "search=\"shared.example\", 3",
        "search=\"shared\", 0",
        "search=\"*.BÜCHER.example\", 1",
        "search=\"bücher.example\", 0",
        "search=shared.example&exact=true, 3",
        "search=shared&exact=true, 0",
        "search=*.B%C3%BCcher.example&exact=true, 1",
        "search=shared.example&exact=false&max=2, 2",
        "first=5, 2",
        "first=7, 0",
        "max=0, 0",
        "max=2000000000&first=2, 5",
        "'search=&first=&max=&exact=', 7"
    })
    void listIsSearchedAndPaged(String query, int found) {
        RestResponse page = realm().rest().get(DOMAINS + "?" + inAddress(query));
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.json()).as(page.toString()).hasSize(found);
        if (!query.matches(".*(first|max)=\\d.*")) {
            assertThat(count(realm().rest(), "?" + inAddress(query))).isEqualTo(found);
        }
    }

    private static int count(Rest rest, String query) {
        RestResponse count = rest.get(DOMAINS + "/count" + query);
        assertThat(count.status()).as(count.toString()).isEqualTo(200);
        return count.json().asInt(-1);
    }

    private static String inAddress(String query) {
        return query.replace("ü", "%C3%BC")
                .replace("Ü", "%C3%9C")
                .replace("\"", "%22")
                .replace(" ", "%20");
    }

    @Test
    void domainAndWhatIsBelowItStandTogether() {
        organization("Umbrella", "umbrella", "umbrella.example.org", "*.umbrella.example", "umbrella.example");
        assertThat(realm().rest().get(DOMAINS + "?search=umbrella").json().findValuesAsText("domain"))
                .containsExactly("umbrella.example", "*.umbrella.example", "umbrella.example.org");
        realm().resource()
                .organizations()
                .get(realm().resource()
                        .organizations()
                        .search("Umbrella")
                        .get(0)
                        .getId())
                .delete()
                .close();
    }

    @Test
    void pagesTogetherAreTheWholeListInOrder() {
        List<String> all = found(realm().rest(), "");
        assertThat(all).hasSize(7).isSortedAccordingTo(Comparator.comparing(held -> held.replace("*.", "")));
        assertThat(found(realm().rest(), "?first=0&max=3")).isEqualTo(all.subList(0, 3));
        assertThat(found(realm().rest(), "?first=3&max=3")).isEqualTo(all.subList(3, 6));
        assertThat(found(realm().rest(), "?first=6&max=3")).isEqualTo(all.subList(6, 7));
    }

    @Test
    void organizationsThatTheAdministratorMayNotViewAreLeftOut() {
        Admin querier = realm().admin("query-organizations");
        Rest rest = realm().rest().as(querier.accessToken());
        assertThat(found(rest, "")).isEmpty();

        FineGrainedPermissions permissions = FineGrainedPermissions.of(realm());
        assertThat(found(rest, "")).isEmpty();
        permissions.grant(querier, FineGrainedPermissions.ORGANIZATIONS, Set.of(acme, globex), "view");
        assertThat(found(rest, "?search=shared"))
                .containsExactlyInAnyOrder("shared.example " + acme, "shared.example " + globex);
        assertThat(found(rest, "?first=0&max=2")).hasSize(2);
        assertThat(found(rest, "?search=initech")).isEmpty();
        assertThat(count(rest, "?search=shared")).isEqualTo(2);
        assertThat(count(rest, "?search=initech")).isZero();
        permissions.deny(querier, FineGrainedPermissions.ORGANIZATIONS, Set.of(globex), "view");
        assertThat(found(rest, "?search=shared")).containsExactly("shared.example " + acme);
        assertThat(found(realm().rest(), "?search=shared")).hasSize(3);
        assertThat(found(realm().rest().as(realm().adminToken("view-organizations")), "?search=shared"))
                .hasSize(3);
    }

    private static List<String> found(Rest rest, String query) {
        RestResponse page = rest.get(DOMAINS + query);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return StreamSupport.stream(page.json().spliterator(), false)
                .map(held -> held.path("domain").asText() + " "
                        + held.path("organization").path("id").asText())
                .toList();
    }

    private String organization(String name, String alias, String... domains) {
        String id = realm().organization(name, alias, Map.of());
        for (String domain : domains) {
            RestResponse added =
                    realm().rest().post("org-switcher/organizations/" + id + "/domains", Map.of("domain", domain));
            assertThat(added.status()).as(added.toString()).isEqualTo(201);
        }
        return id;
    }
}
