package io.github.orgswitcher.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Who may do what by admin REST, and what is recorded of it. */
class AdminRightsIT extends KeycloakSuite {

    private String organization = "";
    private String policy = "";
    private String domains = "";

    @BeforeAll
    void addOrganization() {
        organization = realm().organization("Acme", "acme", Map.of());
        policy = "org-switcher/organizations/" + organization + "/policy";
        domains = "org-switcher/organizations/" + organization + "/domains";
        realm().rest().post(domains, Map.of("domain", "there.example"));
    }

    @Test
    void viewersReadAndChangeNothing() {
        Rest viewer = realm().rest().as(realm().adminToken("view-organizations"));
        assertThat(viewer.get(policy).status()).isEqualTo(200);
        assertThat(viewer.get(domains).status()).isEqualTo(200);
        assertThat(viewer.get(domains + "/there.example").status()).isEqualTo(200);
        int events = realm().adminEvents().size();
        assertThat(viewer.put(policy, Map.of("joinMode", "DISABLED")).status()).isEqualTo(403);
        assertThat(viewer.post(domains, Map.of("domain", "new.example")).status())
                .isEqualTo(403);
        assertThat(viewer.delete(domains + "/there.example").status()).isEqualTo(403);
        assertThat(viewer.delete(domains + "/absent.example").status()).isEqualTo(403);
        assertThat(realm().adminEvents()).hasSize(events);
        assertThat(realm().rest().get(domains + "/there.example").status()).isEqualTo(200);
        assertThat(realm().rest().get(domains + "/new.example").status()).isEqualTo(404);
    }

    @Test
    void othersReadNothingAndLearnNothing() {
        for (String role : List.of("view-users", "view-realm", "query-groups")) {
            Rest other = realm().rest().as(realm().adminToken(role));
            for (String path :
                    List.of(policy, domains, domains + "/there.example", policy.replace(organization, "none"))) {
                assertThat(other.get(path).status()).as(role + " " + path).isEqualTo(403);
            }
            assertThat(other.put(policy, Map.of("joinMode", "DISABLED")).status())
                    .isEqualTo(403);
        }
        Rest querier = realm().rest().as(realm().adminToken("query-organizations"));
        assertThat(querier.get(policy).status()).isEqualTo(403);
        assertThat(querier.get(policy.replace(organization, "none")).status()).isEqualTo(404);
        assertThat(realm().rest().as("").get(policy).status()).isEqualTo(401);
    }

    @Test
    void managersChangeAndEachChangeIsOneAdminEvent() {
        Rest manager = realm().rest().as(realm().adminToken("manage-organizations"));
        int before = realm().adminEvents().size();
        assertThat(manager.post(domains, Map.of("domain", "NEW.example")).status())
                .isEqualTo(201);
        assertThat(manager.post(domains, Map.of("domain", "new.example")).status())
                .isEqualTo(409);
        assertThat(manager.post(domains, Map.of("domain", "gmail.com")).status())
                .isEqualTo(400);
        assertThat(manager.put(policy, Map.of("joinMode", "DISABLED")).status()).isEqualTo(204);
        assertThat(manager.put(policy, Map.of("joinMode", "ASK")).status()).isEqualTo(400);
        assertThat(manager.put(policy, Map.of("joinMode", "SUGGEST")).status()).isEqualTo(204);
        assertThat(manager.put(policy, Map.of("joinMode", "SUGGEST")).status()).isEqualTo(204);
        assertThat(manager.get(policy).status()).isEqualTo(200);
        assertThat(manager.delete(domains + "/new.example").status()).isEqualTo(204);
        assertThat(manager.delete(domains + "/new.example").status()).isEqualTo(404);

        List<AdminEventRepresentation> all = realm().adminEvents();
        List<AdminEventRepresentation> events = all.subList(0, all.size() - before);
        String path = "organizations/" + organization;
        assertThat(events)
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .containsExactly(
                        tuple("DELETE", path + "/domains/new.example"),
                        tuple("UPDATE", path + "/policy"),
                        tuple("UPDATE", path + "/policy"),
                        tuple("CREATE", path + "/domains/new.example"));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getResourceType()).isEqualTo("ORGANIZATION");
            assertThat(event.getError()).isNull();
            assertThat(event.getRepresentation()).isNotEmpty();
        });
    }

    @Test
    void realmsWithoutOrganizationsHaveNone() {
        String viewer = realm().adminToken("view-organizations");
        String other = realm().adminToken("view-users");
        switchOrganizations(false);
        try {
            assertThat(realm().rest().as(viewer).get(policy).status()).isEqualTo(404);
            assertThat(realm().rest().as(other).get(policy).status()).isEqualTo(403);
        } finally {
            switchOrganizations(true);
        }
    }

    private void switchOrganizations(boolean enabled) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setOrganizationsEnabled(enabled);
        realm().resource().update(representation);
    }
}
