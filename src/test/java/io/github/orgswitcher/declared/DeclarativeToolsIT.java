package io.github.orgswitcher.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.Rows;
import org.junit.jupiter.api.Test;

/** The very requests that tools send, one after the other, and what the organization's rows are after each. */
class DeclarativeToolsIT extends KeycloakSuite {

    private final Rows rows = new Rows(server().sql());

    /** {@code keycloak_organization} of the provider keycloak/keycloak: it writes all of it, and reads it back. */
    @Test
    void terraform() {
        String created = location(rest().post("organizations", """
                {"name": "Terra", "alias": "terra", "enabled": true, "domains": [], "attributes": {
                  "org-switcher.allowed-domains": ["terra.example", "*.terra.example", "gmail.com"],
                  "org-switcher.join-mode": ["DISABLED"], "tier": ["gold"]}}"""));
        JsonNode read = rest().get("organizations/" + created).json();
        assertThat(read.path("attributes").path("org-switcher.allowed-domains"))
                .as("what was written is read back, so that the next plan is empty")
                .hasSize(3);
        assertThat(read.path("attributes")).hasSize(3);
        assertThat(rows.domains(created)).containsExactly("*.terra.example ATTRIBUTE", "terra.example ATTRIBUTE");
        assertThat(joinMode(created)).isEqualTo("DISABLED ATTRIBUTE");

        put(created, """
                {"id": "%s", "name": "Terra", "alias": "terra", "enabled": true, "domains": [], "attributes": {
                  "org-switcher.allowed-domains": ["terra.example"], "tier": ["gold"]}}""");
        assertThat(rows.domains(created)).containsExactly("terra.example ATTRIBUTE");
        assertThat(joinMode(created)).isEqualTo("SUGGEST API");

        put(created, """
                {"id": "%s", "name": "Terra", "alias": "terra", "enabled": true, "domains": [], "attributes": {}}""");
        assertThat(rows.domains(created)).isEmpty();

        delete(created);
    }

    /** keycloak-config-cli: it looks organizations up by alias in the list, then writes what it knows and reads the rest. */
    @Test
    void configCli() {
        assertThat(idOf("config-cli")).isEmpty();
        String created = location(rest().post("organizations", """
                {"name": "Config CLI", "alias": "config-cli", "enabled": true, "attributes": {
                  "org-switcher.allowed-domains": ["cli.example", "cli.test"], "org-switcher.join-mode": ["SUGGEST"]},
                 "domains": [{"name": "cli.example", "verified": true}]}"""));
        readAsConfigCliDoes(created);
        assertThat(rows.domains(created)).containsExactly("cli.example ATTRIBUTE", "cli.test ATTRIBUTE");
        assertThat(joinMode(created)).isEqualTo("SUGGEST ATTRIBUTE");

        put(created, """
                {"id": "%s", "name": "Config CLI", "alias": "config-cli", "enabled": true, "attributes": {
                  "org-switcher.allowed-domains": ["cli.test"], "org-switcher.join-mode": ["DISABLED"]},
                 "domains": [{"name": "cli.example", "verified": true}]}""");
        readAsConfigCliDoes(created);
        assertThat(rows.domains(created)).containsExactly("cli.test ATTRIBUTE");
        assertThat(joinMode(created)).isEqualTo("DISABLED ATTRIBUTE");

        put(created, """
                {"id": "%s", "name": "Config CLI", "alias": "config-cli", "enabled": true,
                 "domains": [{"name": "cli.example", "verified": true}]}""");
        assertThat(rows.domains(created))
                .as("a file with no attributes says nothing about them")
                .containsExactly("cli.test ATTRIBUTE");

        put(created, """
                {"id": "%s", "name": "Config CLI", "alias": "config-cli", "enabled": true,
                 "attributes": {"tier": ["gold"]}, "domains": [{"name": "cli.example", "verified": true}]}""");
        assertThat(rows.domains(created)).isEmpty();
        assertThat(joinMode(created)).isEqualTo("SUGGEST API");

        delete(created);
    }

    /** The Admin Console's tab Attributes: the whole organization, as it was read, with the changed attributes. */
    @Test
    void adminConsole() {
        String created = location(rest().post("organizations", """
                {"name": "Console", "alias": "console", "redirectUrl": "", "description": "",
                 "domains": [{"name": "console.example", "verified": false}]}"""));
        put(created, """
                {"id": "%s", "name": "Console", "alias": "console", "enabled": true, "description": "",
                 "redirectUrl": "", "attributes": {"org-switcher.allowed-domains": ["console.example", ""]},
                 "domains": [{"name": "console.example", "verified": false}]}""");
        assertThat(rows.domains(created)).containsExactly("console.example ATTRIBUTE");
        put(created, """
                {"id": "%s", "name": "Console", "alias": "console", "enabled": true, "description": "",
                 "redirectUrl": "", "attributes": {},
                 "domains": [{"name": "console.example", "verified": false}]}""");
        assertThat(rows.domains(created)).isEmpty();
        delete(created);
    }

    /** Keycloak 26.7 imports no organizations into a realm that exists, and leaves alone those that are there. */
    @Test
    void partialImport() {
        String there = location(rest().post("organizations", """
                {"name": "There", "alias": "there", "attributes": {"org-switcher.allowed-domains": ["there.example"]}}"""));
        RestResponse imported = rest().post("partialImport", """
                {"ifResourceExists": "OVERWRITE", "organizations": [
                   {"name": "There", "alias": "there", "attributes": {"org-switcher.allowed-domains": ["other.example"]}},
                   {"name": "New", "alias": "new", "attributes": {"org-switcher.allowed-domains": ["new.example"]}}],
                 "groups": [{"name": "imported", "path": "/imported"}]}""");
        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
        assertThat(imported.json().path("added").asInt()).isEqualTo(1);
        assertThat(idOf("new")).isEmpty();
        assertThat(rows.domains(there)).containsExactly("there.example ATTRIBUTE");
        delete(there);
    }

    private void readAsConfigCliDoes(String id) {
        String organization = "organizations/" + idOf("config-cli");
        assertThat(organization).endsWith(id);
        for (String path : new String[] {"", "/identity-providers", "/members"}) {
            assertThat(rest().get(organization + path).status()).isEqualTo(200);
        }
    }

    /** The id of the organization with this alias; empty where there is none. */
    private String idOf(String alias) {
        for (JsonNode organization : rest().get("organizations").json()) {
            if (organization.path("alias").asText().equals(alias)) {
                return organization.path("id").asText();
            }
        }
        return "";
    }

    private String joinMode(String id) {
        JsonNode policy =
                rest().get("org-switcher/organizations/" + id + "/policy").json();
        return policy.path("joinMode").asText()
                + " "
                + policy.path("sources").path("joinMode").asText();
    }

    private void put(String id, String body) {
        RestResponse response = rest().put("organizations/" + id, String.format(body, id));
        assertThat(response.status()).as(response.toString()).isEqualTo(204);
    }

    private void delete(String id) {
        assertThat(rest().delete("organizations/" + id).status()).isEqualTo(204);
        assertThat(rows.where("ORG_ID", id).values()).containsOnly(0);
    }

    private static String location(RestResponse response) {
        assertThat(response.status()).as(response.toString()).isEqualTo(201);
        return response.location().replaceAll(".*/", "");
    }

    private Rest rest() {
        return realm().rest();
    }
}
