package io.github.orgswitcher.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.HeldRows;
import io.github.orgswitcher.testing.KeycloakNode;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.LogFromHere;
import io.github.orgswitcher.testing.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no change of an organization tells of reaches the declared policies all the same. */
class DeclaredPolicyResyncIT extends KeycloakSuite {

    private static final String CONFIG = "authentication/required-actions/org-switcher/config";

    private final Rows rows = new Rows(server().sql());

    @BeforeAll
    void enable() {
        realm().enableRequiredAction("org-switcher", Map.of());
    }

    @AfterEach
    void backToDefaults() {
        realm().rest().delete(CONFIG);
    }

    @Test
    void unblockedDomainsAreAllowedSoonAndNoMoreWhenTheSettingIsCleared() {
        String organization = organization("acme.example", "gmail.com", "mail.gmail.com");
        assertThat(rows.domains(organization)).containsExactly("acme.example ATTRIBUTE");

        set(Map.of("unblockedDomains", "gmail.com"));
        awaitDomains(organization, "acme.example ATTRIBUTE", "gmail.com ATTRIBUTE", "mail.gmail.com ATTRIBUTE");

        assertThat(realm().rest().delete(CONFIG).status()).isEqualTo(204);
        assertThat(rows.domains(organization("gmail.com")))
                .as("no more is added")
                .isEmpty();
    }

    @Test
    void whoSavesTheSettingsWaitsForNoOrganization() {
        String organization = organization("acme.example", "gmail.com");
        LogFromHere log = LogFromHere.of(server());
        try (HeldRows held = HeldRows.ofOrganization(server(), organization)) {
            set(Map.of("unblockedDomains", "gmail.com"));
            assertThat(log.text()).as("what a request logs that has waited").doesNotContain("not in force yet");
            held.untilWaiting(1);
            assertThat(rows.domains(organization)).containsExactly("acme.example ATTRIBUTE");
        }
        awaitDomains(organization, "acme.example ATTRIBUTE", "gmail.com ATTRIBUTE");
    }

    /** Else who stands behind them, and what proves them, would be gone when they are no longer blocked. */
    @Test
    void blockedDomainsStayWhoseverTheyAreAndNoMoreAreAdded() {
        String organization = organization("acme.example", "globex.example");
        assertThat(realm().rest()
                        .post(
                                "org-switcher/organizations/" + organization + "/domains",
                                Map.of("domain", "*.acme.example"))
                        .status())
                .isEqualTo(201);

        set(Map.of("blockedDomains", "acme.example", "unblockedDomains", "gmail.com"));

        String later = organization("acme.example", "gmail.com");
        assertThat(rows.domains(later)).containsExactly("gmail.com ATTRIBUTE");
        assertThat(realm().rest().delete(CONFIG).status()).isEqualTo(204);
        awaitDomains(later, "acme.example ATTRIBUTE", "gmail.com ATTRIBUTE");
        assertThat(rows.domains(organization))
                .containsExactly("*.acme.example API", "acme.example ATTRIBUTE", "globex.example ATTRIBUTE");
    }

    @Test
    void startingServerCatchesUpWithTheAttributes() {
        String declared = organization("acme.example", "*.acme.example");
        rows.loseDomains(declared);
        String undeclared = organization("globex.example");
        rows.loseAttributes(undeclared);
        String untouched = organization("initech.example");

        KeycloakNode node = KeycloakNode.beside();
        try (node) {
            List<String> domains =
                    Eventually.get("The catching up", Duration.ofMinutes(1), () -> Optional.of(rows.domains(declared))
                            .filter(found ->
                                    !found.isEmpty() && rows.domains(undeclared).isEmpty()));
            assertThat(domains).containsExactly("*.acme.example ATTRIBUTE", "acme.example ATTRIBUTE");
        }
        assertThat(rows.domains(untouched)).containsExactly("initech.example ATTRIBUTE");
    }

    private void awaitDomains(String organization, String... domains) {
        Eventually.get("The catching up", Duration.ofMinutes(1), () -> Optional.of(rows.domains(organization))
                .filter(List.of(domains)::equals));
    }

    private String organization(String... domains) {
        String name = "org-" + UUID.randomUUID().toString().substring(0, 8);
        return realm().organization(name, name, Map.of(DeclaredPolicy.ALLOWED_DOMAINS, List.of(domains)));
    }

    private void set(Map<String, String> config) {
        assertThat(realm().rest().put(CONFIG, Map.of("config", config)).status())
                .isEqualTo(204);
    }
}
