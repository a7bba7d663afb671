package io.github.orgswitcher.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.policy.PolicySettings;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.Rows;
import io.github.orgswitcher.testing.SqlCount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** An organization's attributes become its allowed domains and its join mode, whatever road they come. */
class DeclaredPolicyIT extends KeycloakSuite {

    private static final String DOMAINS = DeclaredPolicy.ALLOWED_DOMAINS;
    private static final String MODE = PolicySettings.JOIN_MODE.attribute();

    @Test
    void rowsFollowTheAttributesThroughCreationChangeAndRemoval() {
        String id = organization(Map.of(DOMAINS, List.of("ACME.example", "*.acme.example"), MODE, List.of("DISABLED")));
        assertThat(domains(id))
                .containsExactly(tuple("acme.example", "ATTRIBUTE"), tuple("*.acme.example", "ATTRIBUTE"));
        assertMode(id, "DISABLED", "ATTRIBUTE");

        update(id, Map.of(DOMAINS, List.of("acme.example", "acme.test"), MODE, List.of("SUGGEST")));
        assertThat(domains(id)).containsExactly(tuple("acme.example", "ATTRIBUTE"), tuple("acme.test", "ATTRIBUTE"));
        assertMode(id, "SUGGEST", "ATTRIBUTE");

        update(id, Map.of("tier", List.of("gold"), DOMAINS, List.of("acme.test")));
        assertThat(domains(id)).containsExactly(tuple("acme.test", "ATTRIBUTE"));
        assertMode(id, "SUGGEST", "API");

        update(id, Map.of("tier", List.of("gold")));
        assertThat(domains(id)).isEmpty();
    }

    @Test
    void unrelatedChangesLeaveWhatRestHasSet() {
        String id = organization(Map.of());
        assertThat(rest().put(policy(id), Map.of("joinMode", "DISABLED")).status())
                .isEqualTo(204);
        assertThat(add(id, "acme.example").status()).isEqualTo(201);
        update(id, Map.of("tier", List.of("gold")));
        update(id, Map.of());
        assertThat(domains(id)).containsExactly(tuple("acme.example", "API"));
        assertMode(id, "DISABLED", "API");
    }

    @Test
    void removingTheJoinModeAttributeGivesTheDefaultBack() {
        String id = organization(Map.of(MODE, List.of("DISABLED")));
        update(id, Map.of("tier", List.of("gold")));
        assertMode(id, "SUGGEST", "API");
    }

    @Test
    void removingTheJoinModeAttributeGivesBackWhatRestHasSet() {
        String id = organization(Map.of());
        assertThat(rest().put(policy(id), Map.of("joinMode", "DISABLED")).status())
                .isEqualTo(204);
        update(id, Map.of(MODE, List.of("SUGGEST")));
        assertMode(id, "SUGGEST", "ATTRIBUTE");
        update(id, Map.of("tier", List.of("gold")));
        assertMode(id, "DISABLED", "API");
    }

    @Test
    void furtherSettingsFollowTheirAttributesEachOnItsOwn() {
        String id = organization(Map.of());
        assertThat(rest().put(policy(id), Map.of("maxMembers", 7, "signInKinds", List.of("PASSWORD")))
                        .status())
                .isEqualTo(204);
        update(
                id,
                Map.of(
                        "org-switcher.max-members", List.of("3"),
                        "org-switcher.require-verified-domain", List.of("true"),
                        "org-switcher.default-groups", List.of("/none")));
        JsonNode policy = rest().get(policy(id)).json();
        assertThat(policy.path("maxMembers").asInt()).isEqualTo(3);
        assertThat(policy.path("requireVerifiedDomain").asBoolean()).isTrue();
        assertThat(policy.path("signInKinds").toString()).isEqualTo("[\"PASSWORD\"]");
        assertThat(policy.path("defaultGroups").toString()).isEqualTo("[\"/none\"]");
        assertThat(policy.path("sources").path("maxMembers").asText()).isEqualTo("ATTRIBUTE");
        assertThat(policy.path("sources").path("signInKinds").asText()).isEqualTo("API");
        assertThat(policy.path("refusedSettings").findValuesAsText("field")).containsExactly("defaultGroups");
        assertConflict(rest().put(policy(id), Map.of("maxMembers", 4)), "maxMembers", "org-switcher.max-members");
        assertThat(rest().put(policy(id), Map.of("maxMembers", 3, "signInKinds", List.of()))
                        .status())
                .isEqualTo(204);

        update(id, Map.of("tier", List.of("gold")));
        policy = rest().get(policy(id)).json();
        assertThat(policy.path("maxMembers").asInt()).isEqualTo(7);
        assertThat(policy.path("requireVerifiedDomain").asBoolean()).isFalse();
        assertThat(policy.path("signInKinds")).isEmpty();
        assertThat(policy.path("defaultGroups")).isEmpty();
    }

    @Test
    void settingThatCannotBeUnderstoodKeepsPeopleOutAndIsShown() {
        String id = organization(
                Map.of("org-switcher.max-members", List.of("many"), "org-switcher.sign-in-kinds", List.of("FAX")));
        JsonNode policy = rest().get(policy(id)).json();
        assertThat(policy.path("joinMode").asText()).isEqualTo("DISABLED");
        assertThat(policy.path("sources").path("joinMode").asText()).isEqualTo("ATTRIBUTE");
        assertThat(policy.path("refusedSettings").findValuesAsText("field"))
                .containsExactlyInAnyOrder("maxMembers", "signInKinds");
        assertThat(policy.path("refusedSettings").findValuesAsText("value")).containsExactlyInAnyOrder("many", "FAX");
        assertThat(policy.path("refusedSettings").findValuesAsText("message"))
                .allSatisfy(message -> assertThat(message).contains(" ").endsWith("."));
    }

    /** It is seen as soon as it comes, and goes. */
    @Test
    void groupThatIsNotThereKeepsPeopleOut() {
        String domain = "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        String id = organization(Map.of(DOMAINS, List.of(domain), "org-switcher.default-groups", List.of("/staff")));
        JsonNode policy = rest().get(policy(id)).json();
        assertThat(policy.path("joinMode").asText()).isEqualTo("DISABLED");
        assertThat(policy.path("refusedSettings").findValuesAsText("field")).containsExactly("defaultGroups");
        update(
                id,
                Map.of(
                        DOMAINS,
                        List.of(domain),
                        "org-switcher.default-groups",
                        List.of("/staff"),
                        "org-switcher.max-member",
                        List.of("5")));
        assertThat(rest().get(policy(id)).json().path("refusedSettings").findValuesAsText("field"))
                .containsExactlyInAnyOrder("defaultGroups", "org-switcher.max-member");
        update(id, Map.of(DOMAINS, List.of(domain), "org-switcher.default-groups", List.of("/staff")));
        JsonNode judged = candidate(domain);
        assertThat(judged.path("verdict").asText()).isEqualTo("DISABLED");
        assertThat(judged.path("message").asText()).contains("attribute");

        String group = rest().post("organizations/" + id + "/groups", Map.of("name", "staff"))
                .json()
                .path("id")
                .asText();
        assertThat(candidate(domain).path("verdict").asText()).isEqualTo("OFFERED");
        assertThat(rest().put("organizations/" + id + "/groups/" + group, Map.of("name", "people"))
                        .status())
                .isEqualTo(204);
        assertThat(candidate(domain).path("verdict").asText()).isEqualTo("DISABLED");
        rest().put("organizations/" + id + "/groups/" + group, Map.of("name", "staff"));
        assertThat(candidate(domain).path("verdict").asText()).isEqualTo("OFFERED");
        rest().delete("organizations/" + id + "/groups/" + group);
        assertThat(candidate(domain).path("verdict").asText()).isEqualTo("DISABLED");
    }

    private JsonNode candidate(String domain) {
        return rest().get("org-switcher/preview?email=x@" + domain)
                .json()
                .path("candidates")
                .path(0);
    }

    @Test
    void logTellsRefusedValuesWithoutAddressesAndInOneLine() {
        organization(Map.of(DOMAINS, List.of("sue@acme.example"), MODE, List.of("SUG\nGEST tom@acme.example")));
        assertThat(server().log())
                .contains("names ...@acme.example", "cannot be \"SUGGEST ...@acme.example\"")
                .doesNotContain("sue@acme.example", "tom@acme.example");
    }

    @Test
    void misspeltAttributeIsToldInTheLogAndByTheSetup() {
        String id = organization(Map.of("org-switcher.join-mod", List.of("DISABLED"), MODE, List.of("AUTOMATIC")));
        String alias =
                realm().resource().organizations().get(id).toRepresentation().getAlias();

        assertThat(warnings(alias)).containsExactly("ATTRIBUTES_MISREAD " + alias + " org-switcher.join-mod");
        assertThat(server().log()).contains(alias + ": there is no attribute org-switcher.join-mod;");
        assertConflict(
                rest().put(policy(id), Map.of("joinMode", "SUGGEST")), "joinMode", "org-switcher.join-mod. It lets");

        update(id, Map.of(DOMAINS, List.of("acme.example REQEST"), MODE, List.of("EVERYONE")));
        assertThat(warnings(alias))
                .containsExactly(
                        "ATTRIBUTES_MISREAD " + alias + " org-switcher.join-mode, org-switcher.allowed-domains");

        update(id, Map.of(DOMAINS, List.of("acme.example SUGGEST"), MODE, List.of("DISABLED")));
        assertThat(warnings(alias)).isEmpty();
    }

    @Test
    void requestsThatReachNobodyAreToldByTheSetup() {
        String managers = PolicySettings.MANAGER_GROUP.attribute();
        String id = organization(Map.of(DOMAINS, List.of("asked.example"), MODE, List.of("REQUEST")));
        String alias =
                realm().resource().organizations().get(id).toRepresentation().getAlias();
        String told = "REQUESTS_REACH_NOBODY " + alias;
        assertThat(warnings(alias)).as("no group").containsExactly(told);
        rest().post("organizations/" + id + "/groups", Map.of("name", "heads"));
        update(id, Map.of(DOMAINS, List.of("asked.example REQUEST"), managers, List.of("/heads")));
        assertThat(warnings(alias)).as("nobody in it").containsExactly(told);

        String head = realm().user("head-" + alias, "head@" + alias + ".example");
        realm().member(id, head);
        String group = rest().get("organizations/" + id + "/groups")
                .json()
                .get(0)
                .path("id")
                .asText();
        rest().put("organizations/" + id + "/groups/" + group + "/members/" + head, Map.of());
        assertThat(warnings(alias)).isEmpty();

        update(id, Map.of(DOMAINS, List.of("asked.example"), MODE, List.of("SUGGEST")));
        assertThat(warnings(alias)).as("nobody asks").isEmpty();
    }

    /** What the set-up says of an organization: code and parameters. */
    private List<String> warnings(String alias) {
        List<String> warnings = new ArrayList<>();
        rest().get("org-switcher/setup").json().path("warnings").forEach(warning -> {
            List<String> words = new ArrayList<>(List.of(warning.path("code").asText()));
            warning.path("params").forEach(param -> words.add(param.asText()));
            if (words.contains(alias)) {
                warnings.add(String.join(" ", words));
                assertThat(warning.path("message").asText()).contains(words.subList(1, words.size()));
            }
        });
        return warnings;
    }

    @Test
    void groupsThatCannotBeStoredAreRefusedAndFailNothing() {
        String id = organization(Map.of());
        update(
                id,
                Map.of(
                        "org-switcher.default-groups",
                        IntStream.range(0, 12)
                                .mapToObj(number -> "/" + number + "a".repeat(240))
                                .toList(),
                        DOMAINS,
                        List.of("acme.example")));
        JsonNode policy = rest().get(policy(id)).json();
        assertThat(policy.path("joinMode").asText()).isEqualTo("DISABLED");
        assertThat(policy.path("refusedSettings").findValuesAsText("field")).containsExactly("defaultGroups");
        assertThat(domains(id)).containsExactly(tuple("acme.example", "ATTRIBUTE"));
    }

    @Test
    void restDoesNotChangeWhatTheAttributesOwn() {
        String id = organization(Map.of(DOMAINS, List.of("acme.example"), MODE, List.of("DISABLED")));
        assertConflict(rest().delete(policy(id).replace("policy", "domains/acme.example")), "domain", DOMAINS);
        assertConflict(add(id, "ACME.example"), "domain", DOMAINS);
        assertConflict(rest().put(policy(id), Map.of("joinMode", "SUGGEST")), "joinMode", MODE);
        assertThat(rest().put(policy(id), Map.of("joinMode", "DISABLED")).status())
                .isEqualTo(204);
        assertThat(domains(id)).containsExactly(tuple("acme.example", "ATTRIBUTE"));
        assertMode(id, "DISABLED", "ATTRIBUTE");
    }

    @Test
    void attributesDoNotTakeOverWhatRestHasAdded() {
        String id = organization(Map.of());
        assertThat(add(id, "acme.example").status()).isEqualTo(201);
        update(id, Map.of(DOMAINS, List.of("acme.example")));
        assertThat(domains(id)).containsExactly(tuple("acme.example", "API"));
        update(id, Map.of("tier", List.of("gold")));
        assertThat(domains(id)).containsExactly(tuple("acme.example", "API"));
    }

    @Test
    void domainOfBothOwnersStaysWithTheOther() {
        String id = organization(Map.of());
        assertThat(add(id, "acme.example").status()).isEqualTo(201);
        update(id, Map.of(DOMAINS, List.of("acme.example")));
        assertThat(rest().delete(policy(id).replace("policy", "domains/acme.example"))
                        .status())
                .isEqualTo(204);
        assertThat(domains(id)).containsExactly(tuple("acme.example", "ATTRIBUTE"));
    }

    @Test
    void refusedValuesAreShownAndLeaveTheOthersAlone() {
        String id = organization(
                Map.of(DOMAINS, List.of("gmail.com", "acme.example", "acme..com"), MODE, List.of("EVERYONE")));
        assertThat(domains(id)).containsExactly(tuple("acme.example", "ATTRIBUTE"));
        JsonNode policy = rest().get(policy(id)).json();
        assertThat(policy.path("joinMode").asText()).isEqualTo("DISABLED");
        assertThat(policy.path("refusedJoinMode").path("joinMode").asText()).isEqualTo("EVERYONE");
        assertThat(policy.path("refusedJoinMode").path("message").asText()).contains("DISABLED, SUGGEST");
        assertThat(policy.path("refusedDomains").findValuesAsText("domain"))
                .containsExactlyInAnyOrder("gmail.com", "acme..com");
        assertThat(policy.path("refusedDomains").findValuesAsText("reason"))
                .containsExactlyInAnyOrder("PUBLIC_PROVIDER", "UNREADABLE");
        assertThat(policy.path("refusedDomains").findValuesAsText("message"))
                .allSatisfy(message -> assertThat(message).contains(" ").endsWith("."));
    }

    @Test
    void whatDomainsSayForThemselvesFollowsTheirValues() {
        String id = organization(Map.of(
                DOMAINS, List.of("acme.example AUTOMATIC", "contractors.acme.example REQUEST NO_GROUPS"),
                MODE, List.of("SUGGEST")));
        assertThat(modes(id)).containsExactly("acme.example AUTOMATIC", "contractors.acme.example REQUEST");
        assertThat(rest().get(policy(id).replace("policy", "domains/contractors.acme.example"))
                        .json()
                        .path("defaultGroups")
                        .toString())
                .isEqualTo("[]");

        update(id, Map.of(DOMAINS, List.of("acme.example", "contractors.acme.example DISABLED")));
        assertThat(modes(id)).containsExactly("acme.example SUGGEST", "contractors.acme.example DISABLED");
    }

    @Test
    void whatCannotBeUnderstoodAtOneDomainClosesAllOfThemAndIsNamed() {
        String id = organization(Map.of());
        assertThat(add(id, "api.example").status()).isEqualTo(201);
        String api = policy(id).replace("policy", "domains/api.example");
        assertThat(rest().put(api, Map.of("joinMode", "AUTOMATIC")).status()).isEqualTo(204);

        update(id, Map.of(DOMAINS, List.of("*.acme.example AUTOMATIC", "contractors.acme.example REQEST")));
        assertThat(modes(id))
                .containsExactly(
                        "*.acme.example DISABLED", "api.example DISABLED", "contractors.acme.example DISABLED");
        JsonNode refused = rest().get(policy(id)).json().path("refusedDomains");
        assertThat(refused.findValuesAsText("domain")).containsExactly("contractors.acme.example REQEST");
        assertThat(refused.findValuesAsText("message")).allMatch(message -> message.contains("AUTOMATIC"));

        update(id, Map.of(DOMAINS, List.of("*.acme.example AUTOMATIC", "contractors.acme.example,DISABLED")));
        assertThat(modes(id)).containsExactly("*.acme.example DISABLED", "api.example DISABLED");
        refused = rest().get(policy(id)).json().path("refusedDomains");
        assertThat(refused.findValuesAsText("message")).allMatch(message -> message.contains("Nobody is let in"));

        update(id, Map.of(DOMAINS, List.of("*.acme.example AUTOMATIC /gone")));
        assertThat(modes(id)).containsExactly("*.acme.example DISABLED", "api.example DISABLED");
        assertThat(rest().get(policy(id)).json().path("refusedSettings").findValuesAsText("value"))
                .containsExactly("/gone");

        update(id, Map.of(DOMAINS, List.of("api.example REQUEST")));
        assertThat(modes(id)).as("which REST owns").containsExactly("api.example DISABLED");
        assertThat(rest().put(api, Map.of("joinMode", "REQUEST")).status()).isEqualTo(204);
        assertThat(modes(id)).as("both agree").containsExactly("api.example REQUEST");
        assertConflict(rest().put(api, Map.of("joinMode", "SUGGEST")), "domain", DOMAINS);
        assertConflict(rest().put(api, Collections.singletonMap("joinMode", null)), "domain", DOMAINS);
        assertConflict(rest().put(api, Map.of("defaultGroups", List.of())), "domain", DOMAINS);
        assertThat(modes(id)).as("nobody was kept out by that").containsExactly("api.example REQUEST");
        assertThat(rest().delete(api).status()).isEqualTo(204);
        assertThat(modes(id)).as("as the attribute says").containsExactly("api.example REQUEST");
    }

    /** The domains, each with the join mode that is in force. */
    private List<String> modes(String id) {
        List<String> modes = new ArrayList<>();
        rest().get(policy(id).replace("policy", "domains"))
                .json()
                .forEach(domain -> modes.add(domain.path("domain").asText() + " "
                        + domain.path("inForce").path("joinMode").asText()));
        return modes;
    }

    @Test
    void importedRealm() {
        String name = "imported-" + UUID.randomUUID().toString().substring(0, 8);
        RealmRepresentation representation = new RealmRepresentation();
        representation.setRealm(name);
        representation.setEnabled(true);
        representation.setOrganizationsEnabled(true);
        representation.addOrganization(
                representation("Acme", Map.of(DOMAINS, List.of("acme.example", "co.uk", "x".repeat(64) + ".example"))));
        representation.addOrganization(representation("Globex", Map.of(MODE, List.of("DISABLED"))));
        representation.addOrganization(representation("Hooli", Map.of("org-switcher.join-mod", List.of("DISABLED"))));
        server().admin().realms().create(representation);
        RealmResource imported = server().admin().realm(name);
        try {
            Map<String, String> ids = imported.organizations().list(0, 10).stream()
                    .collect(Collectors.toMap(OrganizationRepresentation::getAlias, OrganizationRepresentation::getId));
            Rows rows = new Rows(server().sql());
            assertThat(rows.domains(ids.get("acme"))).containsExactly("acme.example ATTRIBUTE");
            assertThat(rows.joinModes(ids.get("acme")))
                    .as("one value of which is no domain")
                    .containsExactly("API null", "ATTRIBUTE DISABLED");
            assertThat(rows.domains(ids.get("globex"))).isEmpty();
            assertThat(rows.joinModes(ids.get("globex"))).containsExactly("API null", "ATTRIBUTE DISABLED");
            assertThat(rows.joinModes(ids.get("hooli")))
                    .as("misspelt")
                    .containsExactly("API null", "ATTRIBUTE DISABLED");
            assertThat(server().log()).contains("hooli: there is no attribute org-switcher.join-mod;");
        } finally {
            imported.remove();
        }
    }

    /** As a realm file does with many domains, and the next one without them. */
    @Test
    void domainHasNoStatementOfItsOwn() {
        List<String> many = IntStream.range(0, 1000)
                .mapToObj(number -> "d" + number + ".example")
                .toList();
        String id = organization(Map.of());
        assertThat(add(id, "d7.example").status()).isEqualTo(201);

        SqlCount added = SqlCount.during(server(), () -> update(id, Map.of(DOMAINS, many)));
        Rows rows = new Rows(server().sql());
        assertThat(rows.domains(id)).hasSize(1000).contains("d7.example API", "d999.example ATTRIBUTE");
        assertThat(added.matching("orgsw_").total()).as("%s", added).isLessThan(40);

        SqlCount removed = SqlCount.during(server(), () -> update(id, Map.of("tier", List.of("gold"))));
        assertThat(rows.domains(id)).containsExactly("d7.example API");
        assertThat(removed.matching("orgsw_").total()).as("%s", removed).isLessThan(40);
    }

    /** Neither where they are new, nor where they say something else, nor where REST holds them. */
    @Test
    void domainThatSaysSomethingForItselfHasNoStatementOfItsOwn() {
        String id = organization(Map.of());
        assertThat(add(id, "d7.example").status()).isEqualTo(201);
        assertThat(statements(id, saying("REQUEST"))).isLessThan(60);
        assertThat(modes(id)).hasSize(100).allMatch(mode -> mode.endsWith(" DISABLED"));
        assertThat(rest().put(policy(id).replace("policy", "domains/d7.example"), Map.of("joinMode", "AUTOMATIC"))
                        .status())
                .isEqualTo(409);
        assertThat(rest().put(policy(id).replace("policy", "domains/d7.example"), Map.of("joinMode", "REQUEST"))
                        .status())
                .isEqualTo(204);
        assertThat(modes(id)).hasSize(100).allMatch(mode -> mode.endsWith(" REQUEST"));
        assertThat(rest().delete(policy(id).replace("policy", "domains/d7.example"))
                        .status())
                .isEqualTo(204);
        assertThat(statements(id, saying("AUTOMATIC"))).isLessThan(60);
        assertThat(modes(id)).hasSize(100).allMatch(mode -> mode.endsWith(" AUTOMATIC"));
    }

    private static List<String> saying(String mode) {
        return IntStream.range(0, 1000)
                .mapToObj(number -> "d" + number + ".example " + mode)
                .toList();
    }

    private long statements(String id, List<String> domains) {
        SqlCount count = SqlCount.during(server(), () -> update(id, Map.of(DOMAINS, domains)));
        return count.matching("orgsw_").total();
    }

    private Rest rest() {
        return realm().rest();
    }

    private RestResponse add(String id, String domain) {
        return rest().post(policy(id).replace("policy", "domains"), Map.of("domain", domain));
    }

    private String organization(Map<String, List<String>> attributes) {
        String name = "org-" + UUID.randomUUID().toString().substring(0, 8);
        return realm().organization(name, name, attributes);
    }

    private void update(String id, Map<String, List<String>> attributes) {
        OrganizationRepresentation organization =
                realm().resource().organizations().get(id).toRepresentation();
        organization.setAttributes(attributes);
        assertThat(rest().put("organizations/" + id, organization).status()).isEqualTo(204);
    }

    private List<Tuple> domains(String id) {
        JsonNode list = rest().get(policy(id).replace("policy", "domains")).json();
        return StreamSupport.stream(list.spliterator(), false)
                .map(row ->
                        tuple(row.path("domain").asText(), row.path("source").asText()))
                .toList();
    }

    private void assertMode(String id, String joinMode, String source) {
        JsonNode policy = rest().get(policy(id)).json();
        assertThat(policy.path("joinMode").asText()).isEqualTo(joinMode);
        assertThat(policy.path("source").asText()).isEqualTo(source);
    }

    private static void assertConflict(RestResponse response, String field, String owner) {
        assertThat(response.status()).as(response.toString()).isEqualTo(409);
        assertThat(response.json().path("field").asText()).isEqualTo(field);
        assertThat(response.json().path("errorMessage").asText()).contains(owner);
    }

    private static OrganizationRepresentation representation(String name, Map<String, List<String>> attributes) {
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName(name);
        organization.setAlias(name.toLowerCase(Locale.ROOT));
        organization.setEnabled(true);
        organization.setAttributes(attributes);
        return organization;
    }

    private static String policy(String id) {
        return "org-switcher/organizations/" + id + "/policy";
    }
}
