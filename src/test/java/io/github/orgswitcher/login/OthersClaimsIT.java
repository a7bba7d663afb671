package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** What a manager says of a domain takes nobody from the provider of another organization that the realm has given it. */
class OthersClaimsIT extends ManagerSuite {

    /** A domain of each test's own, and names that begin as it does. */
    private String tag;

    private String domain;

    @BeforeAll
    void setUp() {
        realm().passwordless();
        realm().firstBrokerFlow(
                        "by itself",
                        FlowStep.alternative("idp-create-user-if-unique"),
                        FlowStep.alternative("idp-auto-link"));
        realm().firstBrokerFlow("first broker login");
    }

    @BeforeEach
    void useAnotherDomain() {
        tag = "d" + UUID.randomUUID().toString().substring(0, 8);
        domain = tag + ".example";
    }

    @AfterEach
    void leaveEmailSignIn() {
        realm().bindBrowserFlow("passwordless");
    }

    /** Merely claimed, or by the one mailbox on the domain that the manager reads. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void peopleAreSentToTheirProviderAsBefore(boolean affiliated) {
        home();
        claim(affiliated);

        assertThat(typed("ann-" + tag).uri().getPath()).contains(realm().name() + "-social");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void peopleAreLinkedByTheirProviderAsBefore(boolean affiliated) {
        home();
        linkByItself();
        claim(affiliated);
        String ann = account("ann-" + tag);

        Page end = OidcClient.fillLogin(typed("ann-" + tag), "ann-" + tag);

        assertThat(links(ann)).as("%s", end).isOne();
    }

    /** Where the domain is allowed, and not one of Keycloak's. */
    @Test
    void claimHasNoLinkOfAProviderRefused() {
        String org = organization("Allows " + tag, "allows-" + tag, domain);
        realm().organizationProvider(provider(), org);
        linkByItself();
        claim(false);
        String ann = account("ann-" + tag);
        realm().bindBrowserFlow("browser");

        Page end = realm().app().signInBy(provider(), UserAgent.on(server()), "ann-" + tag, ORGANIZATION);

        assertThat(links(ann)).as("%s", end).isOne();
    }

    /** The realm gives an organization the domain, and has its people sent to the organization's provider. */
    private void home() {
        String org = organization("Home " + tag, "home-" + tag);
        realm().providerOfDomain(provider(), org, domain);
    }

    /** The manager of an organization that an administrator has made adds the domain. */
    private void claim(boolean affiliated) {
        String org = realm().organization(
                        "Claims " + tag, "claims-" + tag, Map.of("org-switcher.manager-group", List.of("/managers")));
        String name = "manager-" + tag;
        realm().user(name, name + "@" + (affiliated ? domain : "managers.example"));
        manager(org, name);
        var added = rest(name).post("org-switcher/organizations/" + org + "/domains", Map.of("domain", domain));
        assertThat(added.status()).as("%s", added).isEqualTo(201);
        assertThat(added.json().path("proven").asBoolean()).isEqualTo(affiliated);
    }

    private void linkByItself() {
        var resource = realm().resource().identityProviders().get(provider());
        IdentityProviderRepresentation provider = resource.toRepresentation();
        provider.setFirstBrokerLoginFlowAlias("by itself");
        provider.getConfig().put("clientSecret", "secret");
        resource.update(provider);
    }

    /** Somebody who has an account, and one at the provider; returns the account's id. */
    private String account(String name) {
        realm().socialUser(name, name + "@" + domain, true);
        return realm().user("older-" + name, name + "@" + domain);
    }

    /** Types an address on the domain. */
    private Page typed(String name) {
        return realm().app()
                .authorize(UserAgent.on(server()), ORGANIZATION)
                .submit("#org-switcher-email-submit", Map.of("email", name + "@" + domain));
    }

    private int links(String user) {
        return realm().resource().users().get(user).getFederatedIdentity().size();
    }

    private String provider() {
        return "provider-" + tag;
    }
}
