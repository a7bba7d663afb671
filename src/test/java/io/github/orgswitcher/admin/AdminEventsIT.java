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

/** What is recorded of changes by admin REST. */
class AdminEventsIT extends KeycloakSuite {

    private String organization = "";
    private String policy = "";
    private String domains = "";

    @BeforeAll
    void addOrganization() {
        organization = realm().organization("Acme", "acme", Map.of());
        policy = "org-switcher/organizations/" + organization + "/policy";
        domains = "org-switcher/organizations/" + organization + "/domains";
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
        assertThat(manager.put(domains + "/new.example", Map.of("joinMode", "REQUEST"))
                        .status())
                .isEqualTo(204);
        assertThat(manager.put(domains + "/new.example", Map.of("joinMode", "REQUEST"))
                        .status())
                .isEqualTo(204);
        assertThat(manager.put(domains + "/new.example", Map.of("joinMode", "ASK"))
                        .status())
                .isEqualTo(400);
        assertThat(manager.delete(domains + "/new.example").status()).isEqualTo(204);
        assertThat(manager.delete(domains + "/new.example").status()).isEqualTo(404);

        List<AdminEventRepresentation> all = realm().adminEvents();
        List<AdminEventRepresentation> events = all.subList(0, all.size() - before);
        String path = "organizations/" + organization;
        assertThat(events)
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .containsExactly(
                        tuple("DELETE", path + "/domains/new.example"),
                        tuple("UPDATE", path + "/domains/new.example"),
                        tuple("UPDATE", path + "/policy"),
                        tuple("UPDATE", path + "/policy"),
                        tuple("CREATE", path + "/domains/new.example"));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getResourceType()).isEqualTo("ORGANIZATION");
            assertThat(event.getError()).isNull();
            assertThat(event.getRepresentation()).isNotEmpty();
        });
    }
}
