package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** Email beside other ways in: one address is one user with one set of organizations, and each asks for its proof. */
class EmailLinkingIT extends SetAsideSuite {

    @Test
    void stockLinkingAsksForProofAndMakesOneUser() {
        String address = newAddress();
        OidcClient app = realm().app();
        Page switcher = fillProfile(enter(send(start(app, browser(), Map.of()), address), code(address)));
        assertThat(organizations(app, switcher.submit("#org-switcher-join-acme")))
                .containsExactly("acme");
        realm().socialUser("stock", address, true);

        OidcClient socially = realm().app();
        UserAgent browser = browser();
        Page exists = socially.signInSocially(browser, "stock", Map.of("scope", "openid organization"));
        assertThat(exists.has("#linkAccount"))
                .as("Keycloak's question: %s", exists)
                .isTrue();
        Page asked = exists.submit("#linkAccount");
        assertThat(asked.left()).as("no link without proof").isFalse();
        assertThat(identities(address)).isEmpty();

        var mails = server().mailbox().mailsTo(address);
        Page end = browser.open(mails.get(mails.size() - 1).links().get(0));

        assertThat(organizations(socially, end)).containsExactly("acme");
        assertThat(identities(address)).containsExactly(TestRealm.SOCIAL);
        assertOneUser(address);
    }

    @Test
    void emailSignInIsAProofForLinkingAndItsMailSaysWhatIsLinked() {
        nameProvider("My <Social>");
        String address = newAddress();
        String id = member(address);
        realm().member(acme, id);
        realm().socialUser("linking", address, true);
        realm().firstBrokerFlow(
                        "linking",
                        FlowStep.alternative("idp-create-user-if-unique"),
                        FlowStep.alternative(
                                "linking proof", FlowStep.required("idp-confirm-link"), FlowStep.required(EMAIL)));
        try {
            OidcClient app = realm().app();
            UserAgent browser = browser();
            Page page = app.signInSocially(browser, "linking", Map.of("scope", "openid organization"))
                    .submit("#linkAccount");
            assertThat(isAddressPage(page))
                    .as("whose address it is, is settled")
                    .isFalse();
            assertThat(page.text()).doesNotContain(address);
            Page sent = page.submit("#org-switcher-email-submit");
            assertThat(identities(address)).isEmpty();
            assertThat(mail(address).subject()).isEqualTo("Link My <Social> with your account at " + realm().name());
            assertThat(mail(address).text())
                    .contains("Somebody has signed in with My <Social> and wants to link that My <Social> account")
                    .contains("a new account is linked instead")
                    .doesNotContain("opens the account");
            assertThat(mail(address).html()).contains("signed in with My &lt;Social&gt;");

            Page end = enter(sent, code(address));

            assertThat(organizations(app, end)).containsExactly("acme");
            assertThat(identities(address)).containsExactly(TestRealm.SOCIAL);
            assertOneUser(address);
            assertThat(server().mailbox().awaitMailTo(address, 1).text())
                    .as("of a login")
                    .doesNotContain("Somebody has signed in");
        } finally {
            nameProvider(null);
            realm().firstBrokerFlow("first broker login");
        }
    }

    @Test
    void accountThatNeverProvedTheAddressIsSetAsideAndANewOneIsLinked() {
        String address = newAddress();
        String older = stranger(address, address);
        realm().socialUser("newcomer", address, false);
        realm().firstBrokerFlow(
                        "newcomer",
                        FlowStep.alternative("idp-create-user-if-unique"),
                        FlowStep.alternative(
                                "newcomer proof", FlowStep.required("idp-confirm-link"), FlowStep.required(EMAIL)));
        try {
            OidcClient app = realm().app();
            Page sent = app.signInSocially(browser(), "newcomer", Map.of("scope", "openid organization"))
                    .submit("#linkAccount")
                    .submit("#org-switcher-email-submit");

            String owner = subject(app, finish(enter(sent, code(address))));

            assertThat(owner).isNotEqualTo(older);
            assertThat(identities(address)).containsExactly(TestRealm.SOCIAL);
            assertThat(account(owner).toRepresentation().isEmailVerified()).isTrue();
            assertThat(account(owner).toRepresentation().getFirstName())
                    .as("what the provider tells")
                    .isEqualTo("newcomer");
            assertThat(account(older).toRepresentation().getEmail()).isNull();
            assertThat(account(older).credentials()).hasSize(1);
            assertThat(account(older).getFederatedIdentity()).isEmpty();
            OidcClient again = realm().app();
            assertThat(subject(again, finish(again.signInSocially(browser(), "newcomer"))))
                    .isEqualTo(owner);
            assertThat(realm().events())
                    .filteredOn(event -> "REGISTER".equals(event.getType()) && owner.equals(event.getUserId()))
                    .hasSize(1);
        } finally {
            realm().firstBrokerFlow("first broker login");
        }
    }

    @Test
    void nothingIsSetAsideWhereTheFlowMakesNoAccounts() {
        String address = newAddress();
        String older = stranger(address);
        realm().socialUser("latecomer", address, false);
        realm().firstBrokerFlow(
                        "latecomer", FlowStep.required("idp-detect-existing-broker-user"), FlowStep.required(EMAIL));
        try {
            Page sent = realm().app().signInSocially(browser(), "latecomer").submit("#org-switcher-email-submit");

            Page page = enter(sent, code(address));

            assertThat(page.text()).contains("never confirmed");
            assertThat(account(older).toRepresentation().getEmail()).isEqualTo(address);
            assertThat(account(older).getFederatedIdentity()).isEmpty();
        } finally {
            realm().firstBrokerFlow("first broker login");
        }
    }

    @Test
    void organizationsOwnProviderIsGoneTo() {
        realm().providerOfDomain("corp", realm().organization("Corp", "corp", Map.of()), "corp.example");

        Page page = send(start(browser()), "someone@corp.example");

        assertThat(page.uri().getPath()).contains(realm().name() + "-social");
        assertThat(server().mailbox().mailsTo("someone@corp.example")).isEmpty();
        assertThat(isCodePage(send(start(browser()), "someone@eu.corp.example")))
                .as("others get a mail")
                .isTrue();
    }

    private void nameProvider(@Nullable String displayName) {
        IdentityProviderResource resource =
                realm().resource().identityProviders().get(TestRealm.SOCIAL);
        IdentityProviderRepresentation provider = resource.toRepresentation();
        provider.setDisplayName(displayName);
        resource.update(provider);
    }

    private List<String> identities(String address) {
        String id =
                realm().resource().users().searchByEmail(address, true).get(0).getId();
        return realm().resource().users().get(id).getFederatedIdentity().stream()
                .map(FederatedIdentityRepresentation::getIdentityProvider)
                .toList();
    }

    private void assertOneUser(String address) {
        assertThat(realm().resource().users().searchByEmail(address, true)).hasSize(1);
        OidcClient app = realm().app();
        var mails = server().mailbox().mailsTo(address).size();
        Page sent = send(start(app, browser(), Map.of()), address);
        Page end = enter(sent, code(server().mailbox().mailsTo(address).get(mails)));
        assertThat(organizations(app, end)).containsExactly("acme");
    }
}
