package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Providers whose word on an address counts only with a claim beside it. They send exactly the claims that docs/trust.md names. */
class VouchingIT extends SwitcherSuite {

    private static final String REVIEWED = "input[type=submit]";
    private static final String BROKER_CLIENT = "broker-client";

    /** Has the page appear also where it was passed over. */
    private static final Map<String, String> SHOWN = Map.of("prompt", "select_account");

    @AfterEach
    void removeRuleAndClaims() {
        var provider = realm().resource().identityProviders().get(TestRealm.SOCIAL);
        sync("IMPORT");
        provider.getMappers().forEach(mapper -> provider.delete(mapper.getId()));
        var client = realm().socialResource().clients().get(brokerClient());
        client.getProtocolMappers().getMappers().stream()
                .filter(mapper -> mapper.getName().startsWith("claim "))
                .forEach(mapper -> client.getProtocolMappers().delete(mapper.getId()));
    }

    @ParameterizedTest(name = "{0} {1}: {2} = {3}")
    @CsvSource({
        "hd, EQUALS_DOMAIN, hd, acme.example, String, true",
        "hd, EQUALS_DOMAIN, hd, ACME.example, String, true",
        "hd, EQUALS_DOMAIN, hd, globex.example, String, false",
        "hd, EQUALS_DOMAIN, hd, eu.acme.example, String, false",
        "hd, EQUALS_DOMAIN, other, acme.example, String, false",
        "xms_edov, TRUE, xms_edov, true, boolean, true",
        "xms_edov, TRUE, xms_edov, 1, String, true",
        "xms_edov, TRUE, xms_edov, 1, int, true",
        "xms_edov, TRUE, xms_edov, false, boolean, false",
        "xms_edov, TRUE, xms_edov, 0, int, false",
        "xms_edov, TRUE, other, true, boolean, false",
        "hd, SOMETHING, hd, acme.example, String, false",
        "hd, '', hd, acme.example, String, false",
        "'', TRUE, other, true, boolean, false",
        "'', '', other, true, boolean, true"
    })
    void addressOpensWhatTheClaimVouchesFor(
            String claim, String condition, String sent, String value, String type, boolean opens) {
        rule(claim, condition);
        send(sent, value, type);
        String name = unique();
        Person person = person(name, name + "@acme.example");

        Switcher switcher = Switcher.on(person.signIn(realm().app()));

        assertThat(switcher.offers().contains("acme")).isEqualTo(opens);
        assertThat(switcher.page().has("#org-switcher-verify"))
                .as("verify by mail")
                .isEqualTo(!opens);
        if (!opens) {
            assertThat(Switcher.on(switcher.post("join", acme)).choiceError()).contains("no longer available");
            assertThat(realm().resource()
                            .users()
                            .get(person.id())
                            .toRepresentation()
                            .isEmailVerified())
                    .isFalse();
            Switcher again = Switcher.on(person.elsewhere().signIn(realm().app(), Map.of("prompt", "select_account")));
            assertThat(again.offers()).as("at the next login, too").isEmpty();
        }
    }

    @Test
    void whoLosesTheClaimKeepsAnAddressThatIsTheirOwn() {
        String name = unique();
        Person person = person(name, name + "@acme.example");
        assertThat(Switcher.on(person.signIn(realm().app())).offers()).contains("acme");
        rule("hd", "EQUALS_DOMAIN");

        assertThat(Switcher.on(person.elsewhere().signIn(realm().app())).offers())
                .as("on record since before the rule")
                .contains("acme");
    }

    /** The provider's address comes by another mapper, at each login. */
    @ParameterizedTest
    @ValueSource(strings = {"INHERIT", "IMPORT", "FORCE"})
    void ruleHoldsForTheNextAddressWhateverTheSyncModeOfItsMapper(String syncMode) {
        sync("FORCE");
        mapper(
                "oidc-user-attribute-idp-mapper",
                Map.of("syncMode", "FORCE", "claim", "email", "user.attribute", "email"));
        String name = unique();
        Person person = person(name, name + "@nobodys.example");
        Switcher.on(person.signIn(realm().app(), SHOWN)).skip();
        rule("hd", "EQUALS_DOMAIN", syncMode);
        rename(name, "ceo-" + name + "@acme.example");

        Switcher switcher = Switcher.on(person.elsewhere().signIn(realm().app(), SHOWN));

        assertThat(switcher.offers()).isEmpty();
        switcher.post("join", acme);
        assertThat(Switcher.on(person.elsewhere().signIn(realm().app(), SHOWN)).offers())
                .as("at the next login, too")
                .isEmpty();
        assertThat(realm().isMember(acme, person.id())).isFalse();
    }

    /** Keycloak calls mappers in the order of their ids' hashes, and another one sets the address anew. */
    @ParameterizedTest
    @CsvSource({
        "0, acme.example, true",
        "f, acme.example, true",
        "0, nobodys.example, false",
        "f, nobodys.example, false"
    })
    void ruleJudgesTheAddressThatAnotherMapperWrites(String first, String hd, boolean opens) {
        String name = unique();
        String address = "boss-" + name + "@acme.example";
        rule("hd", "EQUALS_DOMAIN");
        send("hd", hd, "String");
        send("upn", address, "String");
        mapper(
                first.repeat(8) + UUID.randomUUID().toString().substring(8),
                "oidc-user-attribute-idp-mapper",
                Map.of("syncMode", "INHERIT", "claim", "upn", "user.attribute", "email"));
        Person person = person(name, name + "@nobodys.example");

        Switcher switcher = Switcher.on(person.signIn(realm().app(), SHOWN));

        assertThat(switcher.offers().contains("acme")).isEqualTo(opens);
        UserRepresentation user = realm().resource().users().get(person.id()).toRepresentation();
        assertThat(user.getEmail()).isEqualTo(address);
        assertThat(user.isEmailVerified()).isEqualTo(opens);
    }

    /** With no proof but the provider's word, or what the person has typed, whatever the account is found by. */
    @ParameterizedTest
    @CsvSource({
        "INHERIT, boss, other, '', false",
        "IMPORT, boss, other, '', false",
        "INHERIT, other, boss, '', false",
        "INHERIT, other, boss, '', true",
        "INHERIT, other, other, email, true",
        "INHERIT, other, other, username, true",
        "'', other, other, email, true",
        "'', other, other, username, true",
    })
    void accountIsNotHandedOver(String rule, String named, String username, String typed, boolean vouched) {
        String name = unique();
        String id = account("boss-" + name, "boss-" + name + "@acme.example", true);
        Person person = person(username + "-" + name, named + "-" + name + "@acme.example");
        if (!rule.isEmpty()) {
            rule("hd", "EQUALS_DOMAIN", rule);
        }
        if (vouched) {
            send("hd", "acme.example", "String");
        }
        reviewing(
                name,
                typed.isEmpty() ? "off" : "on",
                FlowStep.alternative("idp-create-user-if-unique"),
                FlowStep.alternative("idp-auto-link"));
        try {
            Page page = person.signIn(realm().app(), SHOWN);
            if (!typed.isEmpty()) {
                String boss = "boss-" + name;
                page = page.submit(REVIEWED, Map.of(typed, typed.equals("email") ? boss + "@acme.example" : boss));
            }

            assertThat(page.status()).as("%s", page).isEqualTo(400);
            boolean byAddress = named.equals("boss") || typed.equals("email");
            assertThat(page.text())
                    .contains(byAddress ? "does not vouch for your email address" : "User with username boss-" + name);
            assertThat(realm().resource().users().get(id).getFederatedIdentity())
                    .isEmpty();
            assertThat(realm().events().get(0).getError()).isNotNull();
            if (byAddress && !vouched) {
                send("hd", "acme.example", "String");
                assertThat(person.elsewhere().signIn(realm().app(), SHOWN).has("#org-switcher-join-acme"))
                        .as("vouched for")
                        .isTrue();
            }
        } finally {
            realm().firstBrokerFlow("first broker login");
        }
    }

    /** Somebody else may have made it, and kept its password: the owner's provider would prove it for them. */
    @ParameterizedTest
    @CsvSource({"IMPORT, false, email", "FORCE, false, email", "FORCE, true, email", "FORCE, false, username"})
    void preparedAccountIsNotLinkedByItself(String syncMode, boolean rule, String foundBy) {
        sync(syncMode);
        if (rule) {
            rule("hd", "EQUALS_DOMAIN");
            send("hd", "acme.example", "String");
        }
        String name = unique();
        boolean byAddress = foundBy.equals("email");
        String id = byAddress
                ? account("prepared-" + name, "boss-" + name + "@acme.example", false)
                : account("boss-" + name, null, false);
        Person boss = person("boss-" + name, "boss-" + name + "@acme.example");
        reviewing(
                name, "off", FlowStep.alternative("idp-create-user-if-unique"), FlowStep.alternative("idp-auto-link"));
        try {
            Page refused = boss.signIn(realm().app(), SHOWN);

            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
            assertThat(refused.text()).contains("User with " + foundBy + " boss-" + name);
            var account = realm().resource().users().get(id);
            assertThat(account.getFederatedIdentity()).isEmpty();
            assertThat(account.toRepresentation().isEmailVerified()).isFalse();
            UserRepresentation user = account.toRepresentation();
            user.setEmail("boss-" + name + "@acme.example");
            user.setEmailVerified(true);
            account.update(user);
            assertThat(boss.elsewhere().signIn(realm().app(), SHOWN).has("#org-switcher-join-acme"))
                    .as("once an administrator has vouched for it")
                    .isTrue();
        } finally {
            realm().firstBrokerFlow("first broker login");
        }
    }

    /** Keycloak itself takes what was typed at first for the provider's once its page comes again. */
    @ParameterizedTest
    @CsvSource({"IMPORT, false", "FORCE, false", "IMPORT, true"})
    void whatIsTypedIsNobodysWordHoweverOftenThePageComes(String syncMode, boolean rule) {
        sync(syncMode);
        if (rule) {
            rule("hd", "EQUALS_DOMAIN");
            send("hd", "own.example", "String");
        }
        String name = unique();
        account("taken-" + name, "taken-" + name + "@nobodys.example", true);
        Person person = person("mallory-" + name, "mallory-" + name + "@own.example");
        reviewing(
                name,
                "on",
                FlowStep.alternative("idp-create-user-if-unique"),
                FlowStep.alternative("existing " + name, FlowStep.required("idp-confirm-link")));
        try {
            Page exists = person.signIn(realm().app(), SHOWN)
                    .submit(REVIEWED, Map.of("username", "taken-" + name, "email", "ceo-" + name + "@acme.example"));
            Page page = exists.submit("#updateProfile").submit(REVIEWED, Map.of("username", "free-" + name));

            assertThat(page.has("form#org-switcher")).as("%s", page).isTrue();
            assertThat(page.has("#org-switcher-join-acme")).isFalse();
            UserRepresentation made = realm().resource()
                    .users()
                    .get(realm().userId("free-" + name))
                    .toRepresentation();
            assertThat(made.getEmail()).isEqualTo("ceo-" + name + "@acme.example");
            assertThat(made.isEmailVerified()).isFalse();
            assertThat(person.elsewhere().signIn(realm().app(), SHOWN).has("#org-switcher-join-acme"))
                    .as("at the next login, too")
                    .isFalse();
        } finally {
            realm().firstBrokerFlow("first broker login");
        }
    }

    private void reviewing(String name, String page, FlowStep... steps) {
        realm().firstBrokerFlow(
                        "reviewing " + name,
                        FlowStep.required("idp-review-profile").with(Map.of("update.profile.on.first.login", page)),
                        FlowStep.requiredFlow("deciding " + name, steps));
    }

    /** Keycloak writes the provider's address to the account that it has just linked. */
    @ParameterizedTest
    @CsvSource({
        "INHERIT, true, true",
        "INHERIT, false, true",
        "FORCE, true, true",
        "FORCE, false, true",
        "IMPORT, true, false",
        "IMPORT, false, false"
    })
    void linkingGivesAnAccountNothingThatTheRuleDenies(String syncMode, boolean verified, boolean keepsAddress) {
        sync("FORCE");
        rule("hd", "EQUALS_DOMAIN", syncMode);
        String name = unique();
        String id = account(name, name + "@nobodys.example", verified);
        Person person = person(name, "ceo-" + name + "@acme.example");
        realm().firstBrokerFlow(
                        "linking " + name,
                        FlowStep.alternative("idp-create-user-if-unique"),
                        FlowStep.alternative(
                                "proving " + name,
                                FlowStep.required("idp-auto-link"),
                                FlowStep.required("auth-password-form")));
        try {
            Page page = person.signIn(realm().app(), SHOWN).submit("#kc-login", Map.of("password", TestRealm.PASSWORD));

            var account = realm().resource().users().get(id);
            assertThat(account.getFederatedIdentity()).as("%s", page).hasSize(1);
            assertThat(page.has("#org-switcher-join-acme")).isFalse();
            UserRepresentation user = account.toRepresentation();
            if (keepsAddress) {
                assertThat(user.getEmail()).isEqualTo(name + "@nobodys.example");
                assertThat(user.isEmailVerified()).isEqualTo(verified);
            }
            if (!verified) {
                assertThat(user.isEmailVerified()).isFalse();
            }
            assertThat(person.elsewhere().signIn(realm().app(), SHOWN).has("#org-switcher-join-acme"))
                    .as("at the next login, too")
                    .isFalse();
            assertThat(realm().isMember(acme, id)).isFalse();
        } finally {
            realm().firstBrokerFlow("first broker login");
        }
    }

    @Test
    void previewTellsOfTheProvider() {
        rule("hd", "EQUALS_DOMAIN");

        JsonNode doubted = preview(Map.of("identityProvider", TestRealm.SOCIAL));
        assertThat(doubted.at("/providerDoubt/identityProvider").asText()).isEqualTo(TestRealm.SOCIAL);
        assertThat(doubted.at("/providerDoubt/message").asText())
                .isEqualTo("This provider does not vouch for acme.example.");
        assertThat(doubted.at("/candidates/0/verdict").asText()).isEqualTo("EMAIL_NOT_VERIFIED");

        JsonNode vouched = preview(Map.of("identityProvider", TestRealm.SOCIAL, "claim", "acme.example"));
        assertThat(vouched.has("providerDoubt")).isFalse();
        assertThat(vouched.at("/candidates/0/verdict").asText()).isEqualTo("OFFERED");
        assertThat(preview(Map.of("identityProvider", "nobodys")).path("field").asText())
                .isEqualTo("identityProvider");
    }

    private JsonNode preview(Map<String, String> parameters) {
        StringBuilder path = new StringBuilder("org-switcher/preview?email=someone@acme.example");
        new LinkedHashMap<>(parameters)
                .forEach(
                        (key, value) -> path.append('&').append(key).append('=').append(value));
        return realm().rest().get(path.toString()).json();
    }

    private void sync(String mode) {
        var resource = realm().resource().identityProviders().get(TestRealm.SOCIAL);
        IdentityProviderRepresentation provider = resource.toRepresentation();
        provider.getConfig().put("syncMode", mode);
        provider.getConfig().put("clientSecret", "secret");
        resource.update(provider);
    }

    /** Of this realm, with nobody's word on record where the address is not verified. */
    private String account(String name, @Nullable String address, boolean verified) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEmail(address);
        user.setEmailVerified(verified);
        user.setEnabled(true);
        user.setFirstName("Some");
        user.setLastName("Body");
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(TestRealm.PASSWORD);
        user.setCredentials(List.of(password));
        realm().resource().users().create(user).close();
        return realm().userId(name);
    }

    /** What the social realm says of somebody from now on. */
    private void rename(String name, String address) {
        var users = realm().socialResource().users();
        UserRepresentation user = users.searchByUsername(name, true).get(0);
        user.setEmail(address);
        user.setEmailVerified(true);
        users.get(user.getId()).update(user);
    }

    private void rule(String claim, String condition) {
        rule(claim, condition, "INHERIT");
    }

    private void rule(String claim, String condition, String syncMode) {
        mapper("org-switcher-email-authority", Map.of("syncMode", syncMode, "claim", claim, "condition", condition));
    }

    private void mapper(String type, Map<String, String> config) {
        mapper(null, type, config);
    }

    private void mapper(@Nullable String id, String type, Map<String, String> config) {
        IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
        mapper.setId(id);
        mapper.setName(type);
        mapper.setIdentityProviderAlias(TestRealm.SOCIAL);
        mapper.setIdentityProviderMapper(type);
        mapper.setConfig(config);
        realm().resource()
                .identityProviders()
                .get(TestRealm.SOCIAL)
                .addMapper(mapper)
                .close();
    }

    /** The social realm says this of everybody. */
    private void send(String claim, String value, String type) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("claim " + claim);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-hardcoded-claim-mapper");
        mapper.setConfig(Map.of(
                "claim.name", claim,
                "claim.value", value,
                "jsonType.label", type,
                "id.token.claim", "true"));
        realm().socialResource()
                .clients()
                .get(brokerClient())
                .getProtocolMappers()
                .createMapper(mapper)
                .close();
    }

    private String brokerClient() {
        return realm().socialResource()
                .clients()
                .findByClientId(BROKER_CLIENT)
                .get(0)
                .getId();
    }

    private static String unique() {
        return "v" + UUID.randomUUID().toString().substring(0, 8);
    }
}
