package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** What managers do with domains, and what administrators have set for domains of the same organization. */
class ManagedDomainsIT extends ManagerSuite {

    private static final String CONFIG = "authentication/required-actions/org-switcher/config";
    private static final String MAILS_ALONE = "mailWelcome";

    @AfterEach
    void putTheSettingsBack() {
        realm().rest().delete(CONFIG);
    }

    /** Whether REST or an attribute says it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void domainOfAManagerIsNoExceptionFromWhatAdministratorsHaveSet(boolean byAttribute) {
        String name = byAttribute ? "declares" : "says";
        String org = organization(
                name,
                byAttribute ? Map.of("org-switcher.allowed-domains", List.of("*.declares.test REQUEST")) : Map.of());
        if (!byAttribute) {
            allow(org, Map.of("domain", "*.says.test", "joinMode", "REQUEST"));
        }
        Rest manager = affiliated(org, "of-" + name, "ext." + name + ".test");

        RestResponse added = manager.post(domains(org), Map.of("domain", "ext." + name + ".test"));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().path("message").asText()).contains("can ask to join now");
        assertThat(verdict("z@ext." + name + ".test", org)).isEqualTo("REQUESTABLE");
        realm().user("z-" + name, "z@ext." + name + ".test");
        assertThat(rest("z-" + name)
                        .post("org-switcher/organizations/" + org + "/join")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void managerTakesNoExceptionOfAdministratorsAway() {
        String org = organization("parts", Map.of());
        policy(org, "AUTOMATIC");
        allow(org, Map.of("domain", "*.parts.test"));
        allow(org, Map.of("domain", "off.parts.test", "joinMode", "DISABLED"));
        allow(org, Map.of("domain", "groups.parts.test", "defaultGroups", List.of()));
        allow(org, Map.of("domain", "groups.example.test", "defaultGroups", List.of("/managers")));
        allow(org, Map.of("domain", "plain.example.test"));
        String pia = manager(org, "pia");
        Rest manager = rest("pia");

        kept(manager.delete(domains(org) + "/off.parts.test"));
        kept(manager.delete(domains(org) + "/groups.example.test"));
        assertThat(verdict("eve@off.parts.test", org)).isEqualTo("DISABLED");
        assertThat(manager.delete(domains(org) + "/plain.example.test").status())
                .as("says nothing for itself")
                .isEqualTo(204);
        assertThat(errors(pia)).hasSize(2).containsOnly("org_switcher_domain_refused");
    }

    @Test
    void joinModeOfADomainGoesWhereManagersChangeIt() {
        String org = organization("modes", Map.of());
        allow(org, Map.of("domain", "modes.test", "joinMode", "DISABLED"));
        Rest manager = affiliated(org, "moritz", "modes.test");
        set(Map.of("managersChange", MAILS_ALONE));

        kept(manager.delete(domains(org) + "/modes.test"));
        set(Map.of("managersChange", "NONE"));
        kept(manager.delete(domains(org) + "/modes.test"));
        putTheSettingsBack();

        assertThat(manager.delete(domains(org) + "/modes.test").status()).isEqualTo(204);
    }

    @Test
    void domainThatAnAdministratorHasAllowedIsNotAffiliated() {
        String org = organization("open", Map.of());
        policy(org, "AUTOMATIC");
        allow(org, Map.of("domain", "open.test"));
        Rest manager = affiliated(org, "olga", "open.test");

        RestResponse refused = manager.post(domains(org) + "/open.test/affiliation");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("errorMessage").asText()).contains("An administrator has allowed");
        assertThat(verdict("z@open.test", org)).isEqualTo("AUTOMATIC");
    }

    @Test
    void affiliationJoinsNobodyUnaskedWhateverTheOrganizationSaysLater() {
        String org = organization("later", Map.of());
        Rest manager = affiliated(org, "lara", "later.test");
        manager.post(domains(org), Map.of("domain", "later.test"));
        assertThat(verdict("z@later.test", org)).isEqualTo("OFFERED");

        policy(org, "AUTOMATIC");

        assertThat(verdict("z@later.test", org)).isEqualTo("OFFERED");
        JsonNode listed = realm().rest().get(domains(org) + "/later.test").json();
        assertThat(listed.path("inForce").path("joinMode").asText()).isEqualTo("SUGGEST");
        assertThat(listed.has("joinMode")).as("what is set of the domain").isFalse();
        OrganizationRepresentation declaring =
                realm().resource().organizations().get(org).toRepresentation();
        declaring.setAttributes(Map.of(
                "org-switcher.manager-group", List.of("/managers"), "org-switcher.join-mode", List.of("AUTOMATIC")));
        realm().resource().organizations().get(org).update(declaring).close();
        assertThat(verdict("z@later.test", org)).as("lets no domain ask").isEqualTo("DOMAIN_NEEDS_PROOF");
        assertThat(server().sql()
                        .execute(
                                "update ORGSW_ALLOWED_DOMAIN set VERIFICATION = 'VERIFIED' where ORG_ID = ? and DOMAIN = ?",
                                org,
                                "later.test"))
                .isOne();
        assertThat(verdict("z@later.test", org)).as("DNS proves it").isEqualTo("AUTOMATIC");
    }

    @Test
    void whatAProofIsWorthIsSaidAsItIs() {
        String org = organization("worth", Map.of());
        Rest manager = affiliated(org, "wim", "worth.test");
        set(Map.of("provenDomains", "ALWAYS"));

        JsonNode closed =
                manager.post(domains(org), Map.of("domain", "worth.test")).json();

        assertThat(closed.path("proven").asBoolean()).isFalse();
        assertThat(closed.path("message").asText()).contains("Nobody gets in over this domain until");
        putTheSettingsBack();
        policy(org, "DISABLED");
        JsonNode off = manager.post(domains(org) + "/worth.test/affiliation").json();
        assertThat(off.path("message").asText()).contains("its join mode is off");
        policy(org, "SUGGEST");
        JsonNode open = manager.post(domains(org) + "/worth.test/affiliation").json();
        assertThat(open.path("proven").asBoolean()).isTrue();
        assertThat(open.path("message").asText()).contains("lets people in now");
    }

    @Test
    void settingThatStaysWithAdministratorsIsRefusedByItsName() {
        String org = organization("closed", Map.of());
        String carl = manager(org, "carl");
        set(Map.of("managersChange", MAILS_ALONE));
        String policy = "org-switcher/organizations/" + org + "/policy";

        RestResponse refused = rest("carl").put(policy, Map.of("joinMode", "REQUEST"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo("joinMode");
        assertThat(refused.json().path("errorMessage").asText())
                .isEqualTo("Only an administrator can change “joinMode”.");
        assertThat(rest("carl").put(policy, Map.of("joinmode", "REQUEST")).status())
                .isEqualTo(400);
        assertThat(errors(carl)).containsExactly("org_switcher_policy_refused");
    }

    private void set(Map<String, String> settings) {
        assertThat(realm().rest().put(CONFIG, Map.of("config", settings)).status())
                .isEqualTo(204);
    }

    private static void kept(RestResponse refused) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.json().path("errorMessage").asText()).contains("Only an administrator can remove it.");
    }

    private String organization(String alias, Map<String, List<String>> attributes) {
        Map<String, List<String>> all = new HashMap<>(attributes);
        all.put("org-switcher.manager-group", List.of("/managers"));
        String org = realm().organization(alias, alias, all);
        realm().rest().post("organizations/" + org + "/groups", Map.of("name", "managers"));
        return org;
    }

    /** A manager whose own address is on a domain. */
    private Rest affiliated(String org, String name, String domain) {
        realm().user(name, name + "@" + domain);
        manager(org, name);
        return rest(name);
    }

    private void allow(String org, Map<String, Object> domain) {
        RestResponse added = realm().rest().post(domains(org), domain);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
    }

    private void policy(String org, String joinMode) {
        assertThat(realm().rest()
                        .put("org-switcher/organizations/" + org + "/policy", Map.of("joinMode", joinMode))
                        .status())
                .isEqualTo(204);
    }

    private String verdict(String email, String org) {
        for (JsonNode candidate :
                realm().rest().get("org-switcher/preview?email=" + email).json().path("candidates")) {
            if (candidate.path("organization").path("id").asText().equals(org)) {
                return candidate.path("verdict").asText();
            }
        }
        return "";
    }

    private static String domains(String org) {
        return "org-switcher/organizations/" + org + "/domains";
    }
}
