package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.Mail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.UserRepresentation;

/** A SAML provider's word on an address, as docs/trust.md says: its assertions have exactly the attributes that are named there. */
class SamlAuthorityIT extends SwitcherSuite {

    private static final String ALIAS = "saml";

    private SamlProvider saml;

    @Override
    Map<String, String> settings() {
        return Map.of("intercept", "SOCIAL##ENTERPRISE");
    }

    @BeforeAll
    void addProvider() {
        var profile = realm().resource().users().userProfile();
        var attributes = profile.getConfiguration();
        attributes.getAttribute("firstName").setRequired(null);
        attributes.getAttribute("lastName").setRequired(null);
        profile.update(attributes);
        saml = SamlProvider.of(realm(), ALIAS);
    }

    @AfterEach
    void removeRuleAndAttributes() {
        saml.reset();
    }

    @ParameterizedTest(name = "{0} {1}: {2} = {3}")
    @CsvSource({
        "homeDomain, EQUALS_DOMAIN, homeDomain, acme.example, true",
        "homeDomain, EQUALS_DOMAIN, homeDomain, globex.example, false",
        "homeDomain, EQUALS_DOMAIN, homeDomain, eu.acme.example, false",
        "homeDomain, EQUALS_DOMAIN, homeDomain, acme.example|globex.example, false",
        "homeDomain, EQUALS_DOMAIN, other, acme.example, false",
        "urn:oid:1.3.6.1.4.1.25178.1.2.9, EQUALS_DOMAIN, urn:oid:1.3.6.1.4.1.25178.1.2.9, acme.example, true",
        "emailVerified, TRUE, emailVerified, true, true",
        "emailVerified, TRUE, emailVerified, 1, true",
        "emailVerified, TRUE, emailVerified, false, false",
        "emailVerified, TRUE, other, true, false",
        "emailVerified, '', emailVerified, true, false",
        "'', '', other, true, true"
    })
    void addressOpensWhatTheAttributeVouchesFor(
            String claim, String condition, String sent, String values, boolean opens) {
        saml.rule(claim, condition);
        for (String value : values.split("\\|")) {
            saml.send(sent, value);
        }

        assertOpensAcme(someone("acme.example"), opens);
    }

    @Test
    void everyAddressCountsWhereTheProviderIsTrustedAndHasNoMapper() {
        assertOpensAcme(someone("acme.example"), true);
    }

    @Test
    void noAddressCountsWhereTheProviderIsNotTrusted() {
        saml.trust(false);
        saml.rule("emailVerified", "TRUE");
        saml.send("emailVerified", "true");

        assertOpensAcme(someone("acme.example"), false);
    }

    /** What Keycloak itself reads would be of another domain. */
    @ParameterizedTest
    @CsvSource({"acme.example, true", "nobodys.example, false"})
    void ruleJudgesTheAddressThatIsTakenFromAnAttribute(String domain, boolean opens) {
        saml.rule("homeDomain", "EQUALS_DOMAIN");
        saml.takeAddressFrom("work mail");
        saml.send("homeDomain", domain);
        saml.send("work mail", "boss-" + UUID.randomUUID().toString().substring(0, 8) + "@acme.example");

        assertOpensAcme(someone("nobodys.example"), opens);
    }

    @Test
    void addressThatIsNotVouchedForCountsOnceItIsProvenByMail() {
        saml.rule("emailVerified", "TRUE");
        Person person = someone("acme.example");

        signIn(saml, person).page().submit("#org-switcher-verify");
        Mail mail = server().mailbox().awaitMailTo(person.username + "@acme.example");
        Switcher verified = Switcher.on(person.agent.open(mail.links().get(0)));

        assertThat(verified.offers()).contains("acme");
        assertThat(signIn(saml, person.elsewhere()).offers())
                .as("at the next login, too, where the provider says no more than before")
                .contains("acme");
    }

    @Test
    void wordOfAnOrganizationsOwnProviderReachesThatOrganizationAlone() {
        SamlProvider own = SamlProvider.of(realm(), "globex-saml");
        own.link(globex);
        Person stranger = someone("acme.example");

        Switcher switcher = signIn(own, stranger);

        assertThat(switcher.offers()).isEmpty();
        assertThat(Switcher.on(switcher.post("join", acme)).choiceError()).contains("no longer available");
        assertThat(realm().isMember(acme, stranger.id())).isFalse();
        Person employee = someone("globex.example");
        assertThat(signIn(own, employee).memberships()).containsExactly("globex");
    }

    @Test
    void previewTellsOfTheProvider() {
        saml.rule("homeDomain", "EQUALS_DOMAIN");

        assertIsDoubted(preview(Map.of()));
        assertIsDoubted(preview(Map.of("claim", "globex.example")));
        JsonNode vouched = preview(Map.of("claim", "acme.example"));
        assertThat(vouched.has("providerDoubt")).isFalse();
        assertThat(vouched.at("/candidates/0/verdict").asText()).isEqualTo("OFFERED");

        saml.trust(false);
        assertIsDoubted(preview(Map.of("claim", "acme.example")));
    }

    private static void assertIsDoubted(JsonNode preview) {
        assertThat(preview.at("/providerDoubt/identityProvider").asText()).isEqualTo(ALIAS);
        assertThat(preview.at("/providerDoubt/message").asText())
                .isEqualTo("This provider does not vouch for acme.example.");
        assertThat(preview.at("/candidates/0/verdict").asText()).isEqualTo("EMAIL_NOT_VERIFIED");
    }

    private JsonNode preview(Map<String, String> parameters) {
        StringBuilder path =
                new StringBuilder("org-switcher/preview?email=someone@acme.example&identityProvider=" + ALIAS);
        parameters.forEach(
                (key, value) -> path.append('&').append(key).append('=').append(value));
        return realm().rest().get(path.toString()).json();
    }

    private void assertOpensAcme(Person person, boolean opens) {
        Switcher switcher = signIn(saml, person);

        UserRepresentation user = realm().resource().users().get(person.id()).toRepresentation();
        assertThat(user.getEmail()).endsWith("@acme.example");
        assertThat(user.isEmailVerified()).isEqualTo(opens);
        assertThat(switcher.page().has("#org-switcher-verify"))
                .as("verify by mail")
                .isEqualTo(!opens);
        if (opens) {
            assertThat(switcher.offers()).contains("acme");
            switcher.join("acme");
        } else {
            assertThat(switcher.offers()).isEmpty();
            assertThat(Switcher.on(switcher.post("join", acme)).choiceError()).contains("no longer available");
            assertThat(signIn(saml, person.elsewhere()).offers())
                    .as("at the next login, too")
                    .isEmpty();
        }
        assertThat(realm().isMember(acme, person.id())).isEqualTo(opens);
    }

    private Person someone(String domain) {
        String name = "s" + UUID.randomUUID().toString().substring(0, 8);
        return person(name, name + "@" + domain);
    }

    private Switcher signIn(SamlProvider provider, Person person) {
        Map<String, String> parameters = new LinkedHashMap<>(ORGANIZATION);
        parameters.put("prompt", "select_account");
        return Switcher.on(provider.signIn(realm().app(), person.agent, person.username, parameters));
    }
}
