package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.FineGrainedPermissions;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm.Admin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What the set-up tells beside what is on: domains that nobody is let in by, and how people sign in by email. */
class SetupDetailsIT extends KeycloakSuite {

    private static final String SETUP = "org-switcher/setup";

    @AfterEach
    void clean() {
        realm().rest().delete(SETUP);
        for (OrganizationRepresentation organization :
                realm().resource().organizations().getAll()) {
            realm().resource()
                    .organizations()
                    .get(organization.getId())
                    .delete()
                    .close();
        }
    }

    @Test
    void keycloaksOwnDomainsThatAreNotAllowedAreNamed() {
        String acme = realm().organization("Acme", "acme", Map.of());
        String globex = realm().organization("Globex", "globex", Map.of());
        realm().ownDomain(globex, "b.example", true);
        realm().ownDomain(acme, "a.example");
        for (String domain : List.of("alone.example", "below.example", "bücher.example", "*.wide.example")) {
            realm().ownDomain(acme, domain);
        }
        assertThat(told(realm().rest()))
                .contains("a.example acme NONE true", "b.example globex VERIFIED true")
                .contains("*.wide.example acme NONE true");

        allow(acme, "alone.example");
        allow(acme, "*.below.example");
        allow(acme, "bücher.example");
        allow(acme, "wide.example");
        allow(globex, "a.example");
        assertThat(told(realm().rest()))
                .as("another's domain is no concern of theirs, nor is what is below one")
                .containsExactly(
                        "*.wide.example acme NONE true", "a.example acme NONE true", "b.example globex VERIFIED true");

        allow(globex, "b.example");
        allow(acme, "*.wide.example");
        assertThat(told(realm().rest())).containsExactly("a.example acme NONE true");
        realm().resource().organizations().get(acme).delete().close();
        assertThat(told(realm().rest())).isEmpty();
    }

    @Test
    void twentyAreListedAndAllAreCounted() {
        String acme = realm().organization("Acme", "acme", Map.of());
        IntStream.range(10, 33).forEach(number -> realm().ownDomain(acme, "d" + number + ".example"));
        JsonNode unallowed = setup(realm().rest()).path("unallowedDomains");
        assertThat(unallowed.path("total").asInt()).isEqualTo(23);
        assertThat(unallowed.path("domains")).hasSize(20);
        assertThat(unallowed.path("domains").path(19).path("domain").asText()).isEqualTo("d29.example");
        allow(acme, "d10.example");
        JsonNode fewer = setup(realm().rest()).path("unallowedDomains");
        assertThat(fewer.path("total").asInt()).isEqualTo(22);
        assertThat(fewer.path("domains").path(0).path("domain").asText()).isEqualTo("d11.example");
    }

    @Test
    void whatMayNotBeAllowedTakesNoPlace() {
        String acme = realm().organization("Acme", "acme", Map.of());
        String closed = realm().organization("Closed", "closed", Map.of());
        for (String never : List.of("gmail.com", "mailinator.com", "co.uk", "blocked.example", "a.blocked.example")) {
            realm().ownDomain(acme, never);
        }
        realm().ownDomain(acme, "z.example");
        realm().ownDomain(closed, "closed.example");
        realm().enableRequiredAction("org-switcher", Map.of("blockedDomains", "blocked.example"));
        assertThat(told(realm().rest())).containsExactly("closed.example closed NONE true", "z.example acme NONE true");

        realm().enableRequiredAction("org-switcher", Map.of("unblockedDomains", "mailinator.com"));
        OrganizationRepresentation disabled =
                realm().resource().organizations().get(closed).toRepresentation();
        disabled.setEnabled(false);
        realm().resource().organizations().get(closed).update(disabled).close();

        assertThat(told(realm().rest()))
                .containsExactly(
                        "a.blocked.example acme NONE true",
                        "blocked.example acme NONE true",
                        "mailinator.com acme NONE true",
                        "z.example acme NONE true");
        assertThat(post(realm().rest(), acme, "mailinator.com").status()).isEqualTo(201);
        realm().enableRequiredAction("org-switcher", Map.of("unblockedDomains", ""));
    }

    @Test
    void nobodyLearnsOfOrganizationsThatTheyMayNotView() {
        String acme = realm().organization("Acme", "acme", Map.of());
        String globex = realm().organization("Globex", "globex", Map.of());
        String hidden = realm().organization("Hidden", "hidden", Map.of());
        realm().ownDomain(acme, "a.example");
        realm().ownDomain(globex, "b.example", true);
        realm().ownDomain(hidden, "c.example");
        Rest reader = realm().rest().as(realm().adminToken("view-realm", "view-identity-providers"));
        assertThat(told(reader)).isEmpty();
        assertThat(told(realm().rest()
                        .as(realm().adminToken("view-realm", "view-identity-providers", "view-organizations"))))
                .containsExactly(
                        "a.example acme NONE false", "b.example globex VERIFIED false", "c.example hidden NONE false");

        FineGrainedPermissions permissions = FineGrainedPermissions.of(realm());
        Admin some = realm().admin("view-realm", "view-identity-providers", "query-organizations");
        Rest fineGrained = realm().rest().as(some.accessToken());
        assertThat(told(fineGrained)).isEmpty();
        permissions.grant(some, FineGrainedPermissions.ORGANIZATIONS, Set.of(acme, globex), "view");
        permissions.grant(some, FineGrainedPermissions.ORGANIZATIONS, Set.of(globex), "manage");
        assertThat(told(fineGrained)).containsExactly("a.example acme NONE false", "b.example globex VERIFIED true");
        assertThat(post(fineGrained, acme, "a.example").status()).isEqualTo(403);
        assertThat(post(fineGrained, globex, "b.example").status()).isEqualTo(201);
        assertThat(told(fineGrained)).containsExactly("a.example acme NONE false");
    }

    @Test
    void withoutOrganizationsThereAreNone() {
        realm().ownDomain(realm().organization("Acme", "acme", Map.of()), "a.example");
        switchOrganizations(false);
        List<String> told = told(realm().rest());
        switchOrganizations(true);
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsToldMayBeSentBack() {
        realm().ownDomain(realm().organization("Acme", "acme", Map.of()), "a.example");
        assertThat(realm().rest().put(SETUP, "{\"passwordless\": true}").status())
                .isEqualTo(204);
        JsonNode told = setup(realm().rest());
        assertThat(told.path("emailSignIn")).isNotEmpty();
        assertThat(realm().rest().put(SETUP, told.toString()).status()).isEqualTo(204);
        assertThat(setup(realm().rest())).isEqualTo(told);
    }

    @Test
    void settingsOfEmailSignInAreToldAsTheyCount() {
        assertThat(setup(realm().rest()).path("emailSignIn")).isEmpty();
        realm().rest().put(SETUP, "{\"passwordless\": true}");
        RealmFlows flows = new RealmFlows(realm());
        JsonNode fresh = setup(realm().rest()).path("emailSignIn");
        assertThat(fresh.findValuesAsText("flow")).containsExactlyInAnyOrder(flows.browser(), flows.firstBrokerLogin());

        RestResponse written = realm().rest()
                .post(
                        "authentication/executions/" + flows.step(flows.browser(), "email-sign-in") + "/config",
                        Map.of(
                                "alias",
                                "email",
                                "config",
                                Map.of("lifetimeSeconds", "10m", "maxTries", " 3 ", "createUsers", "False")));
        assertThat(written.status()).as(written.toString()).isEqualTo(201);
        JsonNode settings = of(flows.browser());
        assertThat(setting(settings, "Lifetime of link and code (seconds)")
                        .path("value")
                        .asText())
                .isEqualTo("60");
        assertThat(setting(settings, "Lifetime of link and code (seconds)")
                        .path("message")
                        .asText())
                .contains("“10m”", "60");
        assertThat(setting(settings, "Tries per code").path("value").asText()).isEqualTo("3");
        assertThat(setting(settings, "Tries per code").has("message")).isFalse();
        assertThat(setting(settings, "Create users").path("value").asText()).isEqualTo("false");
        assertThat(setting(settings, "The mail carries").path("value").asText()).isEqualTo("LINK_AND_CODE");
        assertThat(setting(of(flows.firstBrokerLogin()), "Tries per code")
                        .path("value")
                        .asText())
                .as("another flow's own")
                .isEqualTo("5");
    }

    private JsonNode of(String flow) {
        return find(setup(realm().rest()).path("emailSignIn"), "flow", flow).path("settings");
    }

    private static JsonNode setting(JsonNode settings, String label) {
        return find(settings, "label", label);
    }

    private static JsonNode find(JsonNode all, String field, String value) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** Each with its organization, whether it is marked, and whether it may be allowed. */
    private static List<String> told(Rest rest) {
        JsonNode unallowed = setup(rest).path("unallowedDomains");
        List<String> domains = StreamSupport.stream(unallowed.path("domains").spliterator(), false)
                .map(own -> own.path("domain").asText() + " "
                        + own.path("organization").path("alias").asText()
                        + (own.path("verified").asBoolean() ? " VERIFIED " : " NONE ")
                        + own.path("manage").asBoolean())
                .toList();
        assertThat(unallowed.path("total").asInt()).isEqualTo(domains.size());
        return domains;
    }

    private static JsonNode setup(Rest rest) {
        RestResponse setup = rest.get(SETUP);
        assertThat(setup.status()).as(setup.toString()).isEqualTo(200);
        return setup.json();
    }

    private void allow(String orgId, String domain) {
        assertThat(post(realm().rest(), orgId, domain).status()).isEqualTo(201);
    }

    private static RestResponse post(Rest rest, String orgId, String domain) {
        return rest.post("org-switcher/organizations/" + orgId + "/domains", Map.of("domain", domain));
    }

    private void switchOrganizations(boolean on) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setOrganizationsEnabled(on);
        realm().resource().update(representation);
    }
}
