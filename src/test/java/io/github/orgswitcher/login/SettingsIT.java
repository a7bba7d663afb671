package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.Rest;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What an admin sets holds at the next login, and what cannot be understood is refused when it is saved. */
class SettingsIT extends SwitcherSuite {

    private static final String CONFIG = "authentication/required-actions/org-switcher/config";

    @AfterEach
    void backToDefaults() {
        realm().rest().delete(CONFIG);
    }

    @Test
    void defaultsNeedNoConfiguration() {
        assertThat(Switcher.on(person("plain", "plain@nobodys.example").signIn(realm().app()))
                        .canSkip())
                .isTrue();
    }

    @Test
    void creationOff() {
        set(Map.of("creation", "OFF"));
        OidcClient app = realm().app();
        assertThat(organizations(app, person("off1", "off1@nobodys.example").signIn(app)))
                .as("nothing to choose: no page")
                .isEmpty();

        Switcher switcher = Switcher.on(person("off2", "off2@acme.example").signIn(realm().app()));
        assertThat(switcher.canCreate()).isFalse();
        Switcher refused = Switcher.on(switcher.page().post(Map.of("create", "true", "name", "Forged")));
        assertThat(refused.choiceError()).isNotEmpty();
        assertThat(realm().resource().organizations().search("Forged", true, 0, 1))
                .isEmpty();
    }

    @Test
    void creationByRole() {
        realm().rest().post("roles", Map.of("name", "founder"));
        set(Map.of("creation", "ROLE", "creationRole", "founder"));
        Person person = person("role", "role@acme.example");
        assertThat(Switcher.on(person.signIn(realm().app())).canCreate()).isFalse();

        var founder = realm().resource().roles().get("founder").toRepresentation();
        realm().resource().users().get(person.id()).roles().realmLevel().add(List.of(founder));

        assertThat(Switcher.on(person.elsewhere().signIn(realm().app())).canCreate())
                .isTrue();
    }

    @Test
    void creationHasALimit() {
        set(Map.of("maxCreatedPerUser", "1"));
        Person person = person("limit", "limit@acme.example");
        Switcher.on(person.signIn(realm().app())).create("The only one");

        Switcher switcher = Switcher.on(person.elsewhere().signIn(realm().app(), Map.of("prompt", "select_account")));

        assertThat(switcher.canCreate()).isFalse();
        Switcher refused = Switcher.on(switcher.page().post(Map.of("create", "true", "name", "One more")));
        assertThat(refused.choiceError()).contains("1");
    }

    @Test
    void membershipRequired() {
        set(Map.of("membershipRequired", "true", "creation", "OFF"));
        Switcher switcher = Switcher.on(person("must", "must@nobodys.example").signIn(realm().app()));

        assertThat(switcher.canSkip()).isFalse();
        assertThat(Switcher.on(switcher.post("skip", "true")).choiceError()).isNotEmpty();
    }

    /** There is a page of Keycloak's between the choice and the application. */
    @ParameterizedTest
    @ValueSource(strings = {"removed", "disabled", "deleted"})
    void requiredMembershipThatIsLostOnTheWayIsAskedForAgain(String how) {
        set(Map.of("membershipRequired", "true", "creation", "OFF"));
        String alias = "lost-" + how;
        String org = organization(alias, alias, alias + ".example");
        Person person = person(how, how + "@" + alias + ".example");
        OidcClient app = realm().app();
        Page switcher = person.signIn(app);
        var account = realm().resource().users().get(person.id());
        UserRepresentation user = account.toRepresentation();
        user.setRequiredActions(List.of("UPDATE_PASSWORD"));
        account.update(user);
        Page password = Switcher.on(switcher).join(alias);
        assertThat(password.has("#password-new")).as("%s", password).isTrue();
        var organization = realm().resource().organizations().get(org);
        switch (how) {
            case "removed" ->
                organization.members().member(person.id()).delete().close();
            case "disabled" ->
                organization.update(disabled(organization.toRepresentation())).close();
            default -> organization.delete().close();
        }

        Page end = password.submit(
                "[type=submit]", Map.of("password-new", TestRealm.PASSWORD, "password-confirm", TestRealm.PASSWORD));

        assertThat(end.has("form#org-switcher")).as("%s", end).isTrue();
        assertThat(Switcher.on(end).canSkip()).isFalse();
    }

    private static OrganizationRepresentation disabled(OrganizationRepresentation organization) {
        organization.setEnabled(false);
        return organization;
    }

    @Test
    void showAlwaysIsOncePerSession() {
        set(Map.of("show", "ALWAYS"));
        Person person = person("always", "always@acme.example");
        Switcher.on(person.signIn(realm().app())).join("acme");

        Person later = person.elsewhere();
        OidcClient app = realm().app();
        assertThat(organizations(app, Switcher.on(later.signIn(app)).goOn("acme")))
                .containsExactly("acme");
        OidcClient app2 = realm().app2();
        assertThat(organizations(app2, later.open(app2))).containsExactly("acme");
    }

    @Test
    void excludedClientIsLeftAlone() {
        set(Map.of("excludedClients", "app2"));
        OidcClient app2 = realm().app2();

        assertThat(organizations(
                        app2, person("excluded", "excluded@acme.example").signIn(app2)))
                .isEmpty();
    }

    @Test
    void blockedDomainOpensNothing() {
        set(Map.of("blockedDomains", "acme.example"));

        assertThat(Switcher.on(person("blocked", "blocked@acme.example").signIn(realm().app()))
                        .offers())
                .isEmpty();
    }

    @Test
    void kindsThatAreNotInterceptedAreLeftAlone() {
        set(Map.of("intercept", "ENTERPRISE"));
        OidcClient app = realm().app();

        assertThat(organizations(app, person("kind", "kind@acme.example").signIn(app)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "intercept, SOCIAL##MAGIC, Choice, MAGIC",
        "show, SOMETIMES, Choice, SOMETIMES",
        "membershipRequired, perhaps, Choice, perhaps",
        "creation, EVERYONE, Choice, EVERYONE",
        "creationRole, nobody-has-this, Role, nobody-has-this",
        "maxCreatedPerUser, many, Number, many",
        "maxCreatedPerUser, -1, Number, -1",
        "excludedClients, app##ap2, Client, ap2",
        "blockedDomains, acme.example##acme..example, Domain, acme..example",
        "unblockedDomains, *.acme.example, Domain, *.acme.example",
    })
    void refusesWhatCannotBeUnderstood(String key, String value, String error, String wrong) {
        RestResponse refused = realm().rest().put(CONFIG, Map.of("config", Map.of(key, value)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("field").asText()).isEqualTo(key);
        assertThat(refused.json().path("errorMessage").asText()).isEqualTo("orgSwitcherSettingError" + error);
        assertThat(refused.json().path("params").path(2).asText()).isEqualTo(wrong);
    }

    /** Tools write the whole action, and nothing validates that. YAML makes {@code false} of {@code OFF}. */
    @ParameterizedTest
    @ValueSource(strings = {"false", "off", "OFFF", "anyone"})
    void creationThatCannotBeUnderstoodIsOff(String value) {
        write(Map.of("creation", value));
        OidcClient app = realm().app();

        assertThat(organizations(app, newPerson("nobodys.example").signIn(app)))
                .as("nothing to choose: no page")
                .isEmpty();
        Switcher switcher = Switcher.on(newPerson("acme.example").signIn(app));
        assertThat(switcher.canCreate()).isFalse();
        Switcher refused = Switcher.on(switcher.page().post(Map.of("create", "true", "name", "Forged")));
        assertThat(refused.choiceError()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "treu"})
    void membershipThatCannotBeUnderstoodIsRequired(String value) {
        write(Map.of("membershipRequired", value, "creation", "OFF"));
        Switcher switcher = Switcher.on(newPerson("nobodys.example").signIn(realm().app()));

        assertThat(switcher.canSkip()).isFalse();
        assertThat(Switcher.on(switcher.post("skip", "true")).choiceError()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTERPRISE##password", "PASSWORD,ENTERPRISE", "false"})
    void kindsThatCannotBeUnderstoodAreAllKinds(String value) {
        write(Map.of("intercept", value));

        assertThat(Switcher.on(newPerson("acme.example").signIn(realm().app())).offers())
                .contains("acme");
    }

    @Test
    void numberThatCannotBeUnderstoodLetsNobodyCreate() {
        write(Map.of("maxCreatedPerUser", "unlimited"));

        assertThat(Switcher.on(newPerson("acme.example").signIn(realm().app())).canCreate())
                .isFalse();
    }

    @Test
    void blockedDomainThatCannotBeUnderstoodOpensNothing() {
        write(Map.of("blockedDomains", "globex.example,acme.example"));

        assertThat(Switcher.on(newPerson("acme.example").signIn(realm().app())).offers())
                .isEmpty();
    }

    @Test
    void setupSaysWhatCannotBeUnderstoodAndWhatCounts() {
        write(Map.of(
                "creation", "OFFF",
                "intercept", "SOCIAL##MAGIC",
                "creationRole", "nobody-has-this",
                "excludedClients", "nowhere",
                "show", "ALWAYS"));
        assertThat(warnings())
                .containsExactlyInAnyOrder(
                        "SETTING_CLOSED creation OFFF OFF",
                        "SETTING_CLOSED intercept MAGIC SOCIAL##ENTERPRISE##PASSWORDLESS##PASSWORD",
                        "SETTING_IGNORED creationRole nobody-has-this",
                        "SETTING_IGNORED excludedClients nowhere");

        write(Map.of("creation", "off"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void setupSaysWhichSettingsThereAreNot() {
        write(Map.of("membershiprequired", "true", "creation", "OFF"));

        assertThat(warnings()).containsExactly("SETTING_UNKNOWN membershiprequired");
        newPerson("acme.example").signIn(realm().app());
        assertThat(server().log()).contains("Realm " + realm().name() + ": there is no setting membershiprequired");
    }

    /** What the set-up says of settings: code and parameters. */
    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        realm().rest().get("org-switcher/setup").json().path("warnings").forEach(warning -> {
            List<String> words = new ArrayList<>(List.of(warning.path("code").asText()));
            warning.path("params").forEach(param -> words.add(param.asText()));
            if (words.get(0).startsWith("SETTING")) {
                warnings.add(String.join(" ", words));
                assertThat(warning.path("message").asText()).contains(words.subList(1, words.size()));
            }
        });
        return warnings;
    }

    /** As keycloak-config-cli and Terraform send an action whose settings they do not manage. */
    @Test
    void actionWrittenWithoutItsSettingsKeepsThem() {
        set(Map.of("creation", "OFF", "membershipRequired", "true"));
        erase();

        Switcher switcher = Switcher.on(newPerson("nobodys.example").signIn(realm().app()));
        assertThat(switcher.canSkip()).isFalse();
        assertThat(switcher.canCreate()).isFalse();
        Switcher refused = Switcher.on(switcher.page().post(Map.of("create", "true", "name", "Forged")));
        assertThat(refused.choiceError()).isNotEmpty();
        assertThat(erased()).isNotEmpty();
        erase();
        assertThat(erased()).as("twice").isNotEmpty();

        set(Map.of("creation", "OFF"));
        assertThat(erased()).isEmpty();
        assertThat(Switcher.on(newPerson("acme.example").signIn(realm().app())).canSkip())
                .isTrue();
    }

    /** The form would show no settings, and save the others as not set. */
    @Test
    void whoSavesOneFieldAfterAnErasureOpensNothingElse() {
        set(Map.of("membershipRequired", "true", "creation", "ROLE", "creationRole", "offline_access"));
        erase();

        ObjectNode form = (ObjectNode) realm().rest().get(CONFIG).json().path("config");
        assertThat(form.path("membershipRequired").asText()).isEqualTo("true");
        assertThat(form.path("creationRole").asText()).isEqualTo("offline_access");
        assertThat(server().log())
                .contains("Realm " + realm().name()
                        + ": the required action org-switcher was written without its settings");
        form.put("show", "ALWAYS");
        assertThat(realm().rest()
                        .put(CONFIG, realm().rest().get(CONFIG).json().toString())
                        .status())
                .isEqualTo(204);
        assertThat(erased()).as("as they are meant now").isEmpty();

        erase();
        RestResponse saved = realm().rest().put(CONFIG, Map.of("config", form));
        assertThat(saved.status()).isEqualTo(204);
        assertThat(erased()).isEmpty();
        Switcher switcher = Switcher.on(newPerson("nobodys.example").signIn(realm().app()));
        assertThat(switcher.canSkip()).isFalse();
    }

    /** What tools write could not be saved by a form. It closes where it is, and is seen there. */
    @Test
    void whatCannotBeUnderstoodIsPutBackAsItWas() {
        write(Map.of("creation", "EVERYBODY"));
        erase();

        assertThat(realm().rest()
                        .get(CONFIG)
                        .json()
                        .path("config")
                        .path("creation")
                        .asText())
                .isEqualTo("EVERYBODY");
        assertThat(erased()).isNotEmpty();
    }

    @Test
    void whatIsDeletedOnPurposeIsForgotten() {
        set(Map.of("membershipRequired", "true"));
        realm().rest().delete(CONFIG);
        assertThat(erased()).isEmpty();
        assertThat(Switcher.on(newPerson("nobodys.example").signIn(realm().app()))
                        .canSkip())
                .isTrue();

        set(Map.of("membershipRequired", "true"));
        set(Map.of());
        assertThat(erased()).isEmpty();

        set(Map.of("membershipRequired", "true"));
        erase();
        realm().rest().delete("authentication/required-actions/org-switcher");
        realm().enableRequiredAction("org-switcher", Map.of());
        assertThat(erased()).isEmpty();
        assertThat(Switcher.on(newPerson("nobodys.example").signIn(realm().app()))
                        .canSkip())
                .isTrue();
    }

    /** What could not be understood has closed, and goes on to. */
    @Test
    void erasingOpensNothingThatWasClosedForNotBeingUnderstood() {
        set(Map.of("creation", "ROLE", "creationRole", "offline_access"));
        write(Map.of("creation", "EVERYBODY", "membershipRequired", "yes"));
        erase();

        assertThat(erased()).isNotEmpty();
        assertThat(warnings()).anyMatch(warning -> warning.contains("EVERYBODY"));
        Switcher switcher = Switcher.on(newPerson("acme.example").signIn(realm().app()));
        assertThat(switcher.canCreate()).isFalse();
        assertThat(switcher.canSkip()).isFalse();
    }

    @Test
    void importedSettingsAreKept() {
        RealmRepresentation file = new RealmRepresentation();
        file.setRealm(realm().name() + "-file");
        file.setEnabled(true);
        RequiredActionProviderRepresentation action = new RequiredActionProviderRepresentation();
        action.setAlias("org-switcher");
        action.setProviderId("org-switcher");
        action.setName("Organization switcher");
        action.setEnabled(true);
        action.setConfig(new HashMap<>(Map.of("creation", "OFF")));
        file.setRequiredActions(new ArrayList<>(List.of(action)));
        server().admin().realms().create(file);
        try {
            Rest rest = new Rest(
                    URI.create(server().baseUri() + "/admin/realms/" + file.getRealm()),
                    () -> server().admin().tokenManager().getAccessTokenString());
            ObjectNode sent = (ObjectNode)
                    rest.get("authentication/required-actions/org-switcher").json();
            sent.remove("config");
            rest.put("authentication/required-actions/org-switcher", sent.toString());

            assertThat(rest.get("org-switcher/setup").json().path("warnings").findValuesAsText("code"))
                    .contains("SETTINGS_ERASED");
        } finally {
            server().admin().realm(file.getRealm()).remove();
        }
    }

    private void erase() {
        ObjectNode action = (ObjectNode) realm().rest()
                .get("authentication/required-actions/org-switcher")
                .json();
        action.remove("config");
        assertThat(realm().rest()
                        .put("authentication/required-actions/org-switcher", action.toString())
                        .status())
                .isEqualTo(204);
    }

    /** When the settings in force were saved, where the set-up says that they were erased. */
    private List<String> erased() {
        List<String> erased = new ArrayList<>();
        realm().rest().get("org-switcher/setup").json().path("warnings").forEach(warning -> {
            if (warning.path("code").asText().equals("SETTINGS_ERASED")) {
                erased.add(
                        Instant.parse(warning.path("params").path(0).asText()).toString());
            }
        });
        return erased;
    }

    @Test
    void refusesEverythingWrongAtOnceAndKeepsWhatWasThere() {
        set(Map.of("show", "ALWAYS"));
        RestResponse refused = realm().rest()
                .put(
                        CONFIG,
                        Map.of("config", Map.of("creation", "ROLE", "maxCreatedPerUser", "many", "show", "NEVER")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("creationRole", "maxCreatedPerUser", "show");
        assertThat(realm().rest().get(CONFIG).json().path("config").path("show").asText())
                .isEqualTo("ALWAYS");
    }

    @Test
    void acceptsDefaultsThatTheRealmHasRemoved() {
        realm().rest().delete("clients/" + clientUuid("account-console"));

        set(Map.of("excludedClients", "security-admin-console##admin-cli##account##account-console##broker##app2"));
    }

    private String clientUuid(String clientId) {
        return realm().resource().clients().findByClientId(clientId).get(0).getId();
    }

    /** By the road that tools take, which validates nothing. */
    private void write(Map<String, String> config) {
        ObjectNode action = (ObjectNode) realm().rest()
                .get("authentication/required-actions/org-switcher")
                .json();
        action.putPOJO("config", config);
        assertThat(realm().rest()
                        .put("authentication/required-actions/org-switcher", action.toString())
                        .status())
                .isEqualTo(204);
    }

    /** Somebody who has chosen nothing yet. */
    private Person newPerson(String domain) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        return person(name, name + "@" + domain);
    }

    private void set(Map<String, String> config) {
        assertThat(realm().rest().put(CONFIG, Map.of("config", config)).status())
                .isEqualTo(204);
    }
}
