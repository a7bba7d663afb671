package io.github.orgswitcher.admin;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.RequiresChromium;
import io.github.orgswitcher.testing.TestRealm;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.keycloak.representations.idm.RealmRepresentation;

/** A realm that has the switcher, whose Admin Console has the tab, with administrators. */
@RequiresChromium
abstract class ConsoleSuite extends KeycloakSuite {

    String acme = "";
    String manager = "";
    String viewer = "";

    @BeforeAll
    void setUp() {
        // The console is a big application; on a busy machine it takes its time.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        showTab(realm());
        realm().enableRequiredAction("org-switcher", Map.of());
        acme = realm().organization("Acme", "acme", Map.of());
        // The console asks for "view" before it shows organizations at all; managing alone does not imply it.
        manager = realm().administrator("view-organizations", "manage-organizations");
        viewer = realm().administrator("view-organizations");
    }

    static void showTab(TestRealm realm) {
        RealmRepresentation representation = realm.resource().toRepresentation();
        representation.setAdminTheme("org-switcher");
        representation.setInternationalizationEnabled(true);
        representation.setSupportedLocales(Set.of("en", "de", "fr", "es", "pt-BR", "ja", "ar", "ru"));
        representation.setDefaultLocale("en");
        realm.resource().update(representation);
    }

    void post(String organizationId, String domain) {
        realm().rest().post("org-switcher/organizations/" + organizationId + "/domains", Map.of("domain", domain));
    }
}
