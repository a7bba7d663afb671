package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.Eventually;
import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.Mail;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.PersonRows;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A word on an address counts for the address that it was said of, and for whom it comes from: what a provider has not named
 * itself, and what was verified of another address, opens nothing.
 */
class NamedAddressIT extends SwitcherSuite {

    private String flow;

    @Override
    Map<String, String> settings() {
        return Map.of("intercept", "SOCIAL##ENTERPRISE##PASSWORDLESS##PASSWORD");
    }

    @BeforeAll
    void setUp() {
        realm().passwordless();
        realm().bindBrowserFlow("browser");
        realm().postBrokerFlow("org-switcher");
        // Without the step that binds whoever an organization's provider sends to that organization.
        realm().firstBrokerFlow("unbound", FlowStep.required("idp-create-user-if-unique"));
        flow = realm().resource()
                .identityProviders()
                .get(TestRealm.SOCIAL)
                .toRepresentation()
                .getPostBrokerLoginFlowAlias();
    }

    @AfterEach
    void suggest() {
        joinMode("SUGGEST");
    }

    /** Its provider says nothing of the address: it names another one, or is not trusted with any. */
    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "false, true"})
    void linkingAnotherOrganizationsProviderLendsItsWordToNothing(boolean trusted, boolean sameAddress) {
        joinMode("AUTOMATIC");
        String globexProvider = provider(globex, true, Map.of());
        String acmeProvider = provider(acme, trusted, Map.of());
        Somebody boss = somebody("acme.example", globexProvider);
        Switcher.on(boss.signIn()).skip();
        Somebody guest = sameAddress ? boss.by(acmeProvider) : somebody("consult.example", acmeProvider);

        link(boss, guest);

        assertNothingOfAcmes(boss, Switcher.on(boss.elsewhere().signIn()));
        assertNothingOfAcmes(boss, Switcher.on(guest.elsewhere().signIn()));
        assertNothingOfAcmes(boss, Switcher.on(boss.elsewhere().signIn()));
        assertThat(ownersId(boss.address())).isNotEqualTo(boss.id());
    }

    /** The person's own doing, in a session: nothing of the provider's flow follows. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void linkingByOnesOwnHandOpensNothing(boolean trusted) {
        joinMode("AUTOMATIC");
        String shared = provider(null, true, Map.of());
        Somebody person = somebody("nobodys.example", shared);
        Switcher.on(person.signIn()).skip();
        String forcing = provider(globex, trusted, Map.of("syncMode", "FORCE"));
        String id = person.id();
        person.rename("ceo-" + person.name + "@acme.example", true);

        Page asked = realm().app()
                .authorize(person.agent, Map.of("scope", "openid organization", "kc_action", "idp_link:" + forcing));
        Page linked = asked.left() ? asked : asked.submit("[type=submit]");

        assertThat(realm().resource().users().get(id).getFederatedIdentity())
                .as("%s", linked)
                .hasSize(2);
        assertThat(realm().isMember(acme, id)).isFalse();
        assertThat(Switcher.on(person.by(forcing).elsewhere().signIn()).offers())
                .isEmpty();
        assertThat(realm().isMember(acme, id)).isFalse();
    }

    @Test
    void providersThatNameTheAddressThemselvesAddUp() {
        Somebody boss = somebody("acme.example", provider(globex, true, Map.of()));
        assertThat(Switcher.on(boss.signIn()).offers()).isEmpty();
        Somebody byAcme = boss.by(provider(acme, true, Map.of()));

        link(boss, byAcme);

        assertThat(Switcher.on(boss.elsewhere().signIn()).offers()).isEmpty();
        assertThat(Switcher.on(byAcme.elsewhere().signIn()).offers()).containsExactly("acme");
        assertThat(Switcher.on(boss.elsewhere().signIn()).offers())
                .as("the account has it now")
                .containsExactly("acme");
    }

    /** The mark of a verified address came with another one. */
    @ParameterizedTest
    @CsvSource({"false, IMPORT, true", "false, IMPORT, false", "true, IMPORT, true", "false, FORCE, true"})
    void markDoesNotGoOverToAnotherAddress(boolean trusted, String syncMode, boolean withFlow) {
        joinMode("AUTOMATIC");
        String shared = provider(null, trusted, Map.of("syncMode", syncMode), withFlow);
        importAddresses(shared);
        Somebody person = somebody("nobodys.example", shared);
        Switcher.on(person.signIn()).skip();
        String id = person.id();
        if (!trusted) {
            verifyAsAdministrator(id);
        }
        assertThat(user(id).isEmailVerified()).isTrue();

        person.rename("ceo-" + person.name + "@acme.example", false);
        Switcher switcher = Switcher.on(person.elsewhere().signIn());

        assertThat(user(id).getEmail()).startsWith("ceo-");
        assertThat(switcher.offers()).isEmpty();
        assertThat(realm().isMember(acme, id)).isFalse();
        String owner = ownersId(user(id).getEmail());
        assertThat(owner).isNotEqualTo(id);
        assertThat(realm().isMember(acme, owner)).isTrue();
    }

    /** Of an account from before the installation nothing is on record but what the provider's mapper sees just in time. */
    @Test
    void markOfAnAccountWithNoRecordDoesNotGoOverEither() {
        String shared = provider(null, false, Map.of());
        importAddresses(shared);
        mapper(shared, "org-switcher-email-authority", Map.of());
        Somebody old = somebody("acme.example", shared);
        imported(old);
        PersonRows.of(realm()).forget(old.id());
        assertThat(Switcher.on(old.signIn()).offers()).as("counts as before").containsExactly("acme", "acme-labs");

        old.rename("ceo-" + old.address(), false);

        assertThat(Switcher.on(old.elsewhere().signIn()).offers()).isEmpty();
        assertThat(user(old.id()).getEmail()).startsWith("ceo-");
    }

    /** With no mapper of ours, and at the first login of all: what there was is kept when the switcher is switched on. */
    @ParameterizedTest
    @CsvSource({"false, true", "false, false", "true, true"})
    void markOfAnAccountFromBeforeDoesNotGoOver(boolean trusted, boolean withFlow) {
        joinMode("AUTOMATIC");
        String shared = provider(null, trusted, Map.of(), withFlow);
        importAddresses(shared);
        Somebody old = somebody("nobodys.example", shared);
        imported(old);
        PersonRows rows = PersonRows.of(realm());
        assertThat(rows.hasProof(old.id()))
                .as("a partial import is an administrator's word")
                .isTrue();
        rows.forget(old.id());
        realm().enableRequiredAction("org-switcher", Map.of());
        Eventually.get("The address on record", Duration.ofMinutes(1), () -> Optional.of(rows.hasProof(old.id()))
                .filter(Boolean::booleanValue));

        old.rename("ceo-" + old.name + "@acme.example", false);

        assertThat(Switcher.on(old.signIn()).offers()).isEmpty();
        assertThat(user(old.id()).getEmail()).startsWith("ceo-");
        assertThat(realm().isMember(acme, old.id())).isFalse();
        assertThat(ownersId(user(old.id()).getEmail())).isNotEqualTo(old.id());
    }

    /** What Keycloak makes anew has no record of before, and the event comes late. */
    @Test
    void partialImportThatOverwritesIsAnAdministratorsWordOnThisAddressAlone() {
        String shared = provider(null, false, Map.of());
        importAddresses(shared);
        Somebody person = somebody("nobodys.example", shared);
        imported(person, "FAIL");
        String first = person.id();
        imported(person, "OVERWRITE");
        assertThat(person.id()).isNotEqualTo(first);
        assertThat(PersonRows.of(realm()).hasProof(person.id())).isTrue();

        person.rename("ceo-" + person.name + "@acme.example", false);

        assertThat(Switcher.on(person.signIn()).offers()).isEmpty();
        assertThat(user(person.id()).getEmail()).startsWith("ceo-");
        assertThat(ownersId(user(person.id()).getEmail())).isNotEqualTo(person.id());
    }

    /** A tool that keeps addresses in step vouches for none of them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void administratorsAddressCountsOnlyWhereTheySayThatItIsVerified(boolean onRecord) {
        Somebody person = somebody("nobodys.example", provider(null, true, Map.of()));
        Switcher.on(person.signIn()).skip();
        if (!onRecord) {
            PersonRows.of(realm()).forget(person.id());
        }
        String address = "ceo-" + person.name + "@acme.example";

        assertThat(realm().rest()
                        .put("users/" + person.id(), Map.of("email", address))
                        .status())
                .isEqualTo(204);

        assertThat(user(person.id()).isEmailVerified())
                .as("Keycloak leaves the mark")
                .isTrue();
        assertThat(Switcher.on(person.elsewhere().signIn()).offers()).isEmpty();
        assertThat(ownersId(address)).isNotEqualTo(person.id());
        assertThat(realm().rest()
                        .put("users/" + person.id(), Map.of("email", "own-" + address, "emailVerified", true))
                        .status())
                .isEqualTo(204);
        assertThat(Switcher.on(person.elsewhere().signIn()).offers()).containsExactly("acme", "acme-labs");
    }

    @Test
    void linkOfAnAccountFromBeforeIsKeptWhenTheSwitcherIsSwitchedOn() {
        Somebody old = somebody("acme.example", provider(globex, true, Map.of()));
        imported(old, "FAIL");
        PersonRows rows = PersonRows.of(realm());
        rows.forget(old.id());

        realm().enableRequiredAction("org-switcher", settings());

        Eventually.get("The link on record", Duration.ofMinutes(1), () -> Optional.of(rows.hasLink(old.id()))
                .filter(Boolean::booleanValue));
        assertThat(rows.hasProof(old.id())).isFalse();
    }

    private void imported(Somebody person) {
        imported(person, "FAIL");
    }

    private void imported(Somebody person, String ifItExists) {
        Map<String, Object> user = Map.of(
                "username",
                person.name,
                "email",
                person.address(),
                "emailVerified",
                true,
                "enabled",
                true,
                "federatedIdentities",
                List.of(Map.of(
                        "identityProvider", person.provider,
                        "userId", person.socialId(),
                        "userName", person.name)));
        RestResponse imported =
                realm().rest().post("partialImport", Map.of("ifResourceExists", ifItExists, "users", List.of(user)));
        assertThat(imported.status()).as("%s", imported).isEqualTo(200);
    }

    /** Whoever the realm trusts with addresses says of the new one, too, that it is verified. */
    @ParameterizedTest
    @CsvSource({"FORCE, true", "FORCE, false", "IMPORT, true"})
    void trustedProviderProvesTheNextAddress(String syncMode, boolean withFlow) {
        String shared = provider(null, true, Map.of("syncMode", syncMode), withFlow);
        importAddresses(shared);
        Somebody person = somebody("nobodys.example", shared);
        Switcher.on(person.signIn()).skip();

        person.rename("ceo-" + person.name + "@acme.example", true);

        assertThat(Switcher.on(person.elsewhere().signIn()).offers()).containsExactly("acme", "acme-labs");
        assertThat(Switcher.on(person.elsewhere().signIn()).offers()).containsExactly("acme", "acme-labs");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void organizationsOwnProviderNamesTheNextAddressForItAlone(boolean withFlow) {
        String own = provider(globex, true, Map.of("syncMode", "FORCE"), withFlow);
        Somebody person = somebody("nobodys.example", own);
        Switcher.on(person.signIn()).skip();
        String id = person.id();
        organizationHas(globex, "both.example");
        organizationHas(acme, "both.example");

        person.rename(person.name + "@both.example", true);
        Switcher switcher = Switcher.on(person.elsewhere().signIn());

        assertThat(switcher.offers()).containsExactly("globex");
        assertThat(realm().isMember(acme, id)).isFalse();
    }

    /** Keycloak's own action does nothing while the mark is there. */
    @Test
    void personCanVerifyAnAddressThatNobodyHasSpokenFor() {
        String shared = provider(null, true, Map.of("syncMode", "IMPORT"));
        importAddresses(shared);
        Somebody person = somebody("nobodys.example", shared);
        Switcher.on(person.signIn()).skip();
        String address = "next-" + person.name + "@acme.example";
        person.rename(address, false);
        Somebody next = person.elsewhere();
        Switcher switcher = Switcher.on(next.signIn());

        Page sent = switcher.page().submit("#org-switcher-verify");
        assertThat(sent.has("form#org-switcher")).as("%s", sent).isFalse();
        Mail mail = server().mailbox().awaitMailTo(address);
        Switcher verified = Switcher.on(next.agent.open(mail.links().get(0)));

        assertThat(verified.offers()).containsExactly("acme", "acme-labs");
    }

    private void assertNothingOfAcmes(Somebody person, Switcher switcher) {
        assertThat(switcher.offers()).isEmpty();
        assertThat(switcher.page().text()).contains(person.address());
        assertThat(realm().isMember(acme, person.id())).isFalse();
    }

    /** Whom a mail to the address signs in, with a new account where it asks. */
    private String ownersId(String address) {
        realm().bindBrowserFlow("passwordless");
        try {
            OidcClient app = realm().app();
            Page page = EmailSignIn.byCode(
                    app.authorize(UserAgent.on(server()), ORGANIZATION), server().mailbox(), address);
            Page in = page.has("#org-switcher-email-fresh") ? page.submit("#org-switcher-email-fresh") : page;
            Page end = in.has("form#org-switcher") ? Switcher.on(in).skip() : in;
            return app.tokens(end).accessClaims().path("sub").asText();
        } finally {
            realm().bindBrowserFlow("browser");
        }
    }

    private void link(Somebody account, Somebody there) {
        FederatedIdentityRepresentation identity = new FederatedIdentityRepresentation();
        identity.setIdentityProvider(there.provider);
        identity.setUserId(there.socialId());
        identity.setUserName(there.name);
        realm().resource()
                .users()
                .get(account.id())
                .addFederatedIdentity(there.provider, identity)
                .close();
        assertThat(realm().resource().users().get(account.id()).getFederatedIdentity())
                .hasSize(2);
    }

    private void verifyAsAdministrator(String id) {
        UserRepresentation user = user(id);
        user.setEmailVerified(true);
        realm().resource().users().get(id).update(user);
    }

    private UserRepresentation user(String id) {
        return realm().resource().users().get(id).toRepresentation();
    }

    private void joinMode(String mode) {
        assertThat(realm().rest()
                        .put("org-switcher/organizations/" + acme + "/policy", Map.of("joinMode", mode))
                        .status())
                .isEqualTo(204);
    }

    private void organizationHas(String organization, String domain) {
        // The same for each case of a test.
        realm().rest().post("org-switcher/organizations/" + organization + "/domains", Map.of("domain", domain));
    }

    private String provider(String organization, boolean trusted, Map<String, String> config) {
        return provider(organization, trusted, config, true);
    }

    private String provider(String organization, boolean trusted, Map<String, String> config, boolean withFlow) {
        String alias = "p" + UUID.randomUUID().toString().substring(0, 8);
        IdentityProviderRepresentation provider =
                realm().resource().identityProviders().get(TestRealm.SOCIAL).toRepresentation();
        provider.setInternalId(null);
        provider.setAlias(alias);
        provider.setTrustEmail(trusted);
        provider.setPostBrokerLoginFlowAlias(withFlow ? flow : null);
        provider.getConfig().put("clientSecret", "secret");
        provider.getConfig().putAll(config);
        realm().resource().identityProviders().create(provider).close();
        if (organization != null) {
            realm().resource()
                    .organizations()
                    .get(organization)
                    .identityProviders()
                    .addIdentityProvider(alias)
                    .close();
        }
        return alias;
    }

    private void importAddresses(String alias) {
        mapper(
                alias,
                "oidc-user-attribute-idp-mapper",
                Map.of("syncMode", "FORCE", "claim", "email", "user.attribute", "email"));
    }

    private void mapper(String alias, String id, Map<String, String> config) {
        IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
        mapper.setName(id);
        mapper.setIdentityProviderAlias(alias);
        mapper.setIdentityProviderMapper(id);
        mapper.setConfig(config);
        realm().resource().identityProviders().get(alias).addMapper(mapper).close();
    }

    private Somebody somebody(String domain, String provider) {
        String name = "n" + UUID.randomUUID().toString().substring(0, 8);
        realm().socialUser(name, name + "@" + domain, true);
        return new Somebody(name, domain, provider, UserAgent.on(server()));
    }

    /** Somebody with an account at a provider. */
    private final class Somebody {

        final String name;
        final String domain;
        final String provider;
        final UserAgent agent;

        Somebody(String name, String domain, String provider, UserAgent agent) {
            this.name = name;
            this.domain = domain;
            this.provider = provider;
            this.agent = agent;
        }

        String address() {
            return name + "@" + domain;
        }

        String id() {
            return realm().userId(name);
        }

        String socialId() {
            return realm().socialResource()
                    .users()
                    .searchByUsername(name, true)
                    .get(0)
                    .getId();
        }

        Somebody elsewhere() {
            return new Somebody(name, domain, provider, UserAgent.on(server()));
        }

        Somebody by(String other) {
            return new Somebody(name, domain, other, UserAgent.on(server()));
        }

        Page signIn() {
            Map<String, String> parameters = new LinkedHashMap<>(ORGANIZATION);
            parameters.put("prompt", "select_account");
            return realm().app().signInBy(provider, agent, name, parameters);
        }

        /** What the provider says from now on. */
        void rename(String address, boolean verified) {
            var social = realm().socialResource().users().get(socialId());
            UserRepresentation user = social.toRepresentation();
            user.setEmail(address);
            user.setEmailVerified(verified);
            social.update(user);
        }
    }
}
