package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RoleRepresentation;

/** The groups that new members are put into, and those that nobody gets into by joining. */
class DefaultGroupsIT extends SwitcherSuite {

    @Test
    void newMembersArePutIntoThem() {
        String org = organization("Groups", "groups", "groups.example");
        String staff = group(org, "staff");
        assertThat(defaultGroups(realm().rest(), org, staff).status()).isEqualTo(204);
        Person tina = person("tina", "tina@groups.example");
        Switcher.on(tina.signIn(realm().app())).join("groups");
        assertThat(members(org, staff)).containsExactly("tina");

        assertThat(realm().rest()
                        .delete("organizations/" + org + "/groups/" + staff)
                        .status())
                .isEqualTo(204);
        Person udo = person("udo", "udo@groups.example");
        assertThat(Switcher.on(udo.signIn(realm().app())).join("groups").left())
                .as("a group that is gone keeps nobody out")
                .isTrue();
        assertThat(realm().isMember(org, udo.id())).isTrue();
    }

    /**
     * To put people into groups takes the right to manage users. Whoever may manage organizations alone must not become
     * an administrator of the realm by way of a group that others have given such a role.
     */
    @Test
    void groupsOfAdministratorsAreNone() {
        String org = organization("Owners", "owners", "owners.example");
        String owners = group(org, "owners");
        String below = realm().rest()
                .post("organizations/" + org + "/groups/" + owners + "/children", Map.of("name", "below"))
                .json()
                .path("id")
                .asText();
        Rest manager = realm().rest().as(realm().adminToken("manage-organizations"));
        assertThat(defaultGroups(manager, org, owners, below).status()).isEqualTo(204);
        makeAdministrators(org, owners);

        for (String group : List.of(owners, below, "/owners", "/owners/below")) {
            RestResponse refused = defaultGroups(manager, org, group);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().path("field").asText()).isEqualTo("defaultGroups");
            assertThat(refused.json().path("errorMessage").asText()).contains(group, "administrator");
        }
        assertNobodyGetsInto(org, owners, below, "vera");

        assertThat(defaultGroups(manager, org).status()).isEqualTo(204);
        JsonNode organization = realm().rest().get("organizations/" + org).json();
        assertThat(manager.put(
                                "organizations/" + org,
                                Map.of(
                                        "name", organization.path("name").asText(),
                                        "alias", organization.path("alias").asText(),
                                        "attributes",
                                                Map.of(
                                                        "org-switcher.allowed-domains",
                                                        List.of("owners.example"),
                                                        "org-switcher.default-groups",
                                                        List.of("/owners", "/owners/below"))))
                        .status())
                .isEqualTo(204);
        assertNobodyGetsInto(org, owners, below, "wanda");
    }

    private void assertNobodyGetsInto(String org, String owners, String below, String username) {
        assertThat(realm().rest()
                        .get("org-switcher/organizations/" + org + "/policy")
                        .json()
                        .path("refusedSettings")
                        .findValuesAsText("message"))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).contains("administrator"));
        Person person = person(username, username + "@owners.example");
        Switcher.on(person.signIn(realm().app())).join("owners");
        assertThat(realm().isMember(org, person.id())).isTrue();
        assertThat(members(org, owners)).isEmpty();
        assertThat(members(org, below)).isEmpty();
    }

    private String group(String org, String name) {
        return realm().rest()
                .post("organizations/" + org + "/groups", Map.of("name", name))
                .json()
                .path("id")
                .asText();
    }

    private static RestResponse defaultGroups(Rest rest, String org, String... groups) {
        return rest.put("org-switcher/organizations/" + org + "/policy", Map.of("defaultGroups", List.of(groups)));
    }

    private List<String> members(String org, String group) {
        return realm().rest()
                .get("organizations/" + org + "/groups/" + group + "/members")
                .json()
                .findValuesAsText("username");
    }

    private void makeAdministrators(String org, String group) {
        String management = realm().resource()
                .clients()
                .findByClientId("realm-management")
                .get(0)
                .getId();
        RoleRepresentation role = realm().resource()
                .clients()
                .get(management)
                .roles()
                .get("realm-admin")
                .toRepresentation();
        RestResponse mapped = realm().rest()
                .post(
                        "organizations/" + org + "/groups/" + group + "/role-mappings/clients/" + management,
                        List.of(role));
        assertThat(mapped.status()).as(mapped.toString()).isEqualTo(204);
    }
}
