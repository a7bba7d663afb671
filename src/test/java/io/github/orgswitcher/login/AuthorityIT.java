package io.github.orgswitcher.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.EmailSignIn;
import io.github.orgswitcher.testing.FlowStep;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.PersonRows;
import io.github.orgswitcher.testing.RestResponse;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * An organization's own provider, with Trust email on, vouches for its organization alone. Globex's says here who has an
 * address of Acme's; nothing that its person can do alone makes more of that.
 */
class AuthorityIT extends SwitcherSuite {

    private static final String GLOBEX_PROVIDER = "globex-provider";

    @Override
    Map<String, String> settings() {
        return Map.of("intercept", "SOCIAL##ENTERPRISE##PASSWORDLESS##PASSWORD");
    }

    private String friends;

    @BeforeAll
    void linkProvider() {
        realm().passwordless();
        realm().bindBrowserFlow("browser");
        friends = organization("Friends of Globex", "friends");
        var representation = realm().resource().toRepresentation();
        representation.setResetPasswordAllowed(true);
        realm().resource().update(representation);
        realm().organizationProvider(GLOBEX_PROVIDER, globex);
        realm().enableRequiredAction("UPDATE_EMAIL", Map.of());
    }

    @AfterEach
    void asBefore() {
        realm().bindBrowserFlow("browser");
        joinMode("SUGGEST");
    }

    @Test
    void providerOfOneOrganizationVouchesForNoOther() {
        Vouched ceo = vouched("acme.example");
        Switcher switcher = Switcher.on(ceo.signIn());

        assertThat(switcher.offers()).isEmpty();
        assertThat(switcher.page().text()).doesNotContain("Acme");
        assertThat(switcher.page().has("[name=allowColleagues]")).isFalse();
        Switcher refused = Switcher.on(switcher.post("join", acme));
        assertThat(refused.choiceError()).contains("no longer available");
        assertThat(Switcher.on(refused.post("request", acme)).choiceError()).contains("no longer available");
        assertThat(realm().isMember(acme, ceo.id())).isFalse();
    }

    /** A flow that links by itself would make its provider whoever it names. */
    @Test
    void providerOfOneOrganizationIsLinkedToNobodyByItself() {
        realm().firstBrokerFlow(
                        "by itself",
                        FlowStep.alternative("idp-create-user-if-unique"),
                        FlowStep.alternative("idp-auto-link"));
        realm().firstBrokerFlow("first broker login");
        firstFlow("by itself");
        try {
            Vouched verified = vouched("acme.example");
            assertIsLinkedToNobody(verified, realm().user("older-" + verified.name(), verified.address()));
            Vouched unverified = vouched("acme.example");
            assertIsLinkedToNobody(unverified, unproven("older-" + unverified.name(), unverified.address()));
            Vouched named = vouched("acme.example");
            assertIsLinkedToNobody(named, unproven(named.name(), null));

            Vouched own = vouched("globex.example");
            String colleague = realm().user("older-" + own.name(), own.address());
            own.signIn();
            assertThat(realm().resource().users().get(colleague).getFederatedIdentity())
                    .as("on a domain that opens that organization alone")
                    .hasSize(1);
        } finally {
            firstFlow("first broker login");
        }
    }

    private void assertIsLinkedToNobody(Vouched ceo, String older) {
        realm().member(acme, older);

        Page refused = ceo.signIn();

        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(realm().resource().users().get(older).getFederatedIdentity()).isEmpty();
    }

    /** An account that somebody has made of a name, and of an address that nobody has proven. */
    private String unproven(String username, @Nullable String address) {
        String id = realm().user(username, address == null ? username + "@acme.example" : address);
        UserResource account = realm().resource().users().get(id);
        UserRepresentation user = account.toRepresentation();
        user.setEmail(address == null ? "" : address);
        user.setEmailVerified(false);
        account.update(user);
        return id;
    }

    private void firstFlow(String alias) {
        var resource = realm().resource().identityProviders().get(GLOBEX_PROVIDER);
        IdentityProviderRepresentation provider = resource.toRepresentation();
        provider.setFirstBrokerLoginFlowAlias(alias);
        provider.getConfig().put("clientSecret", "secret");
        resource.update(provider);
    }

    /** Which provider it would be, the preview of somebody new does not ask, and so says what it depends on. */
    @Test
    void previewOfSomebodyNewSaysWhoseProviderItSpeaksOf() {
        String email = "new-" + UUID.randomUUID().toString().substring(0, 8) + "@acme.example";

        assertThat(messages(email, "ENTERPRISE"))
                .hasSize(2)
                .allMatch(message -> message.contains("own identity provider"));
        assertThat(messages(email, "SOCIAL")).noneMatch(message -> message.contains("own identity provider"));
    }

    private List<String> messages(String email, String kind) {
        return realm().rest()
                .get("org-switcher/preview?signInKind=" + kind + "&email=" + email)
                .json()
                .path("candidates")
                .findValuesAsText("message");
    }

    @Test
    void providerOfOneOrganizationJoinsNobodyToAnother() {
        joinMode("AUTOMATIC");
        Vouched ceo = vouched("acme.example");
        Switcher switcher = Switcher.on(ceo.signIn());

        assertThat(switcher.memberships()).as("Keycloak's own doing").containsExactly("globex");
        assertThat(realm().isMember(acme, ceo.id())).isFalse();
    }

    @Test
    void neitherAnActionNorAScopeMakesMoreOfIt() {
        assertThat(Switcher.on(vouched("acme.example").signIn(Map.of("kc_action", "org-switcher")))
                        .offers())
                .isEmpty();
        assertThat(Switcher.on(vouched("acme.example").signIn(Map.of("scope", "openid organization:acme")))
                        .offers())
                .isEmpty();
    }

    @Test
    void laterLoginsByPasswordReachNoFurther() {
        Vouched ceo = vouched("acme.example");
        Switcher.on(ceo.signIn());
        ceo.setPassword();

        assertThat(Switcher.on(ceo.byPassword()).offers()).isEmpty();
    }

    @Test
    void neitherUnlinkingNorRemovingMakesMoreOfIt() {
        String alias = "p" + UUID.randomUUID().toString().substring(0, 8);
        String org = realm().organization(alias, alias, Map.of());
        realm().organizationProvider(alias, org);
        Vouched unlinked = vouched("acme.example", alias);
        Vouched withoutOwner = vouched("acme.example", alias);
        Vouched withoutProvider = vouched("acme.example", alias);
        for (Vouched each : List.of(unlinked, withoutOwner, withoutProvider)) {
            Switcher.on(each.signIn()).skip();
            each.setPassword();
        }

        realm().rest().delete("users/" + unlinked.id() + "/federated-identity/" + alias);
        assertThat(Switcher.on(unlinked.byPassword()).offers()).isEmpty();
        realm().rest().delete("organizations/" + org + "/identity-providers/" + alias);
        assertThat(Switcher.on(withoutOwner.byPassword()).offers()).isEmpty();
        realm().rest().delete("identity-provider/instances/" + alias);
        assertThat(Switcher.on(withoutProvider.byPassword()).offers()).isEmpty();
    }

    /** Nobody has come by the provider since the installation, and nothing but the link tells of it. */
    @ParameterizedTest
    @ValueSource(strings = {"link", "provider", "tie", "organization"})
    void linkFromBeforeTheInstallationOutlivesWhatItHangsOn(String removed) {
        joinMode("AUTOMATIC");
        String alias = "p" + UUID.randomUUID().toString().substring(0, 8);
        String org = realm().organization(alias, alias, Map.of());
        realm().organizationProvider(alias, org);
        Vouched old = linked("acme.example", alias);
        String other = linked("acme.example", alias).id();

        String path =
                switch (removed) {
                    case "link" -> "users/" + old.id() + "/federated-identity/" + alias;
                    case "provider" -> "identity-provider/instances/" + alias;
                    case "tie" -> "organizations/" + org + "/identity-providers/" + alias;
                    default -> "organizations/" + org;
                };
        assertThat(realm().rest().delete(path).status()).isEqualTo(204);

        assertThat(Switcher.on(old.byPassword()).offers()).isEmpty();
        assertThat(realm().isMember(acme, old.id())).isFalse();
        assertIsSetAside(old);
        assertThat(PersonRows.of(realm()).hasLink(other)).isEqualTo(!removed.equals("link"));
    }

    /** An account that is linked, and has never been used nor spoken of. */
    private Vouched linked(String domain, String provider) {
        Vouched old = new Vouched(
                "o" + UUID.randomUUID().toString().substring(0, 8), domain, provider, UserAgent.on(server()));
        String id = realm().user(old.name(), old.address());
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setUserId("there-" + old.name());
        link.setUserName(old.name());
        realm().resource().users().get(id).addFederatedIdentity(provider, link).close();
        PersonRows.of(realm()).forget(id);
        return old;
    }

    /** Whoever may remove one organization need not be who may say whose word counts in the realm. */
    @Test
    void wordOfAProviderThatHasOutlivedItsOrganizationOpensNothing() {
        joinMode("AUTOMATIC");
        String alias = "p" + UUID.randomUUID().toString().substring(0, 8);
        String org = realm().organization(alias, alias, Map.of());
        realm().organizationProvider(alias, org);

        assertThat(realm().rest().delete("organizations/" + org).status()).isEqualTo(204);

        Vouched ceo = vouched("acme.example", alias);
        assertThat(Switcher.on(ceo.signIn()).offers()).isEmpty();
        assertThat(realm().isMember(acme, ceo.id())).isFalse();
        assertThat(realm().resource()
                        .identityProviders()
                        .get(alias)
                        .toRepresentation()
                        .isTrustEmail())
                .isFalse();
    }

    /** Keycloak tells of a change then, too, and keeps the address verified. */
    @Test
    void postingTheSameAddressAgainProvesNothing() {
        Vouched ceo = vouched("acme.example");
        Switcher.on(ceo.signIn()).skip();
        ceo.setPassword();
        Page form = ceo.byPassword(Map.of("kc_action", "UPDATE_EMAIL"));
        form = form.has("form#org-switcher") ? Switcher.on(form).skip() : form;
        assertThat(form.has("[name=email]")).as("%s", form).isTrue();
        Page updated = form.submit("[type=submit]", Map.of("email", ceo.address()));

        assertThat(realm().resource().users().get(ceo.id()).toRepresentation().isEmailVerified())
                .as("%s", updated)
                .isTrue();
        assertThat(Switcher.on(ceo.byPassword(Map.of("prompt", "select_account")))
                        .offers())
                .isEmpty();
    }

    @Test
    void mailedResetIsAProofOfOnesOwn() {
        String domain = domainOf(globex);
        Vouched employee = vouched(domain);
        Vouched colleague = vouched(domain);
        Switcher.on(employee.signIn()).skip();
        Switcher.on(colleague.signIn()).skip();
        employee.setPassword();
        employee.byReset();

        allow(friends, domain);

        assertThat(Switcher.on(employee.elsewhere().signIn()).offers()).containsExactly("friends");
        assertThat(Switcher.on(colleague.elsewhere().signIn()).offers()).isEmpty();
    }

    /** Who has the mailbox need not be who has the account, whose provider would come along with the proof. */
    @Test
    void mailedResetMakesNothingOfHearsay() {
        Vouched ceo = vouched("acme.example");
        Switcher.on(ceo.signIn()).skip();
        ceo.setPassword();

        assertThat(ceo.byReset().offers()).isEmpty();
        assertThat(Switcher.on(ceo.elsewhere().signIn()).offers()).isEmpty();
    }

    @Test
    void anAdministratorVouchesByVerifyingAndNotBySaving() {
        Vouched ceo = vouched("acme.example");
        Switcher.on(ceo.signIn()).skip();
        ceo.change(user -> user.setLastName("Changed"));
        assertThat(preview(ceo)).containsOnly("PROOF_ELSEWHERE");
        ceo.change(user -> user.setEmailVerified(false));
        assertThat(preview(ceo)).containsOnly("EMAIL_NOT_VERIFIED");
        ceo.change(user -> user.setEmailVerified(true));

        assertThat(preview(ceo)).containsOnly("OFFERED");
        assertThat(Switcher.on(ceo.elsewhere().signIn()).offers()).containsExactly("acme", "acme-labs");
    }

    @Test
    void proofEndsWithTheAddressAndNobodyApprovesWhatWasAskedWithIt() {
        joinMode("REQUEST");
        Vouched ceo = vouched("acme.example");
        Switcher.on(ceo.signIn()).skip();
        ceo.change(user -> user.setEmailVerified(false));
        ceo.change(user -> user.setEmailVerified(true));
        Switcher.on(ceo.elsewhere().signIn()).request("acme");
        IdentityProviderRepresentation provider =
                realm().resource().identityProviders().get(GLOBEX_PROVIDER).toRepresentation();
        provider.getConfig().put("syncMode", "FORCE");
        realm().resource().identityProviders().get(GLOBEX_PROVIDER).update(provider);
        try {
            ceo.rename("chief-" + ceo.address());

            Switcher switcher = Switcher.on(ceo.elsewhere().signIn(Map.of("kc_action", "org-switcher")));
            assertThat(realm().resource()
                            .users()
                            .get(ceo.id())
                            .toRepresentation()
                            .getEmail())
                    .startsWith("chief-");
            assertThat(switcher.offers()).isEmpty();
            RestResponse approved = realm().rest()
                    .post("org-switcher/organizations/" + acme + "/enrollments/" + ceo.id() + "/approval", "");
            assertThat(approved.status()).as("%s", approved).isEqualTo(409);
            assertThat(realm().isMember(acme, ceo.id())).isFalse();
        } finally {
            provider.getConfig().put("syncMode", "IMPORT");
            realm().resource().identityProviders().get(GLOBEX_PROVIDER).update(provider);
        }
    }

    @Test
    void signingInByEmailIsAProofOfOnesOwn() {
        String domain = domainOf(globex);
        Vouched employee = vouched(domain);
        Switcher.on(employee.signIn()).skip();
        employee.setPassword();

        Page signedIn = byEmail(employee.address());
        assertThat(signedIn.left())
                .as("nothing to choose, and nothing at stake: %s", signedIn)
                .isTrue();
        allow(friends, domain);

        assertThat(Switcher.on(employee.elsewhere().signIn()).offers()).containsExactly("friends");
    }

    /** The provider of one of them could let a stranger into the others, on a page that waits for the owner. */
    @Test
    void ownerOfTheMailboxSharesNoAccountWhereTheDomainOpensOthersToo() {
        String domain = domainOf(globex);
        allow(acme, domain);
        Vouched stranger = vouched(domain);
        Switcher waiting = Switcher.on(stranger.signIn());
        assertThat(waiting.offers()).isEmpty();
        String strangersId = stranger.id();

        Page asked = byEmail(stranger.address());
        Switcher.on(asked.submit("#org-switcher-email-fresh")).join("acme");

        assertThat(Switcher.on(waiting.post("join", acme)).choiceError()).contains("no longer available");
        assertThat(realm().isMember(acme, strangersId)).isFalse();
        assertThat(realm().resource()
                        .users()
                        .get(strangersId)
                        .toRepresentation()
                        .getEmail())
                .isNull();
    }

    /** What is closed to everybody for now opens one day, with a stranger's page still waiting. */
    @Test
    void ownerOfTheMailboxSharesNoAccountWhereTheDomainWillOpenOthersToo() {
        String domain = domainOf(globex);
        String later = organization("Later", "later", domain);
        assertThat(realm().rest()
                        .put("org-switcher/organizations/" + later + "/policy", Map.of("requireVerifiedDomain", true))
                        .status())
                .isEqualTo(204);
        Vouched stranger = vouched(domain);
        Switcher.on(stranger.signIn()).skip();

        byEmail(stranger.address()).submit("#org-switcher-email-fresh");

        assertThat(realm().resource()
                        .users()
                        .get(stranger.id())
                        .toRepresentation()
                        .getEmail())
                .isNull();
    }

    /** Until it proves the domain, too, with a stranger's account by then the owner's. */
    @Test
    void ownerOfTheMailboxSharesNoAccountWhereAnotherHasYetToProveTheDomain() {
        String domain = domainOf(globex);
        organization("Later prover", "later-prover", domain);
        mark(globex, domain);
        Vouched stranger = vouched(domain);
        Switcher.on(stranger.signIn()).skip();

        byEmail(stranger.address()).submit("#org-switcher-email-fresh");

        assertThat(realm().resource()
                        .users()
                        .get(stranger.id())
                        .toRepresentation()
                        .getEmail())
                .isNull();
    }

    /** What closes the witness's row says that its word reaches nothing there, and whoever closes it may allow the domain later. */
    @ParameterizedTest
    @CsvSource({"'',''", "*.,''", "*.,eng."})
    void ownerOfTheMailboxSharesNoAccountWhereWhoHasProvenTheDomainDoesNotAllowItYet(String wildcard, String below) {
        String proven = "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        String prover = organization("Prover of " + proven, proven.replace(".example", ""));
        mark(prover, proven);
        allow(globex, wildcard + proven);
        Vouched stranger = vouched(below + proven);
        Switcher.on(stranger.signIn()).skip();

        assertIsSetAside(stranger);

        allow(prover, below + proven);
        Page again = stranger.elsewhere().signIn();
        assertThat(again.has("[name=email]"))
                .as("the account has no address any more: %s", again)
                .isTrue();
        assertThat(again.text()).doesNotContain("Prover of");
    }

    @Test
    void ownerOfTheMailboxSharesNoAccountWhereTheDomainOpensNothing() {
        String alias = "p" + UUID.randomUUID().toString().substring(0, 8);
        String org = organization(alias, alias, alias + ".example");
        realm().organizationProvider(alias, org);
        assertThat(realm().rest()
                        .put("org-switcher/organizations/" + org + "/policy", Map.of("requireVerifiedDomain", true))
                        .status())
                .isEqualTo(204);
        Vouched stranger = vouched(alias + ".example", alias);
        Switcher.on(stranger.signIn()).skip();

        assertIsSetAside(stranger);
    }

    private void assertIsSetAside(Vouched stranger) {
        String strangersId = stranger.id();
        Page asked = byEmail(stranger.address());
        assertThat(asked.has("#org-switcher-email-stake")).as("%s", asked).isTrue();
        asked.submit("#org-switcher-email-fresh");

        UserRepresentation setAside =
                realm().resource().users().get(strangersId).toRepresentation();
        assertThat(setAside.getEmail()).isNull();
        assertThat(realm().resource().users().searchByEmail(stranger.address(), true))
                .singleElement()
                .satisfies(owner -> assertThat(owner.getId()).isNotEqualTo(strangersId));
    }

    /** Else one press of anybody's would take the account from all who came by their own organization's provider. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAColleagueCreatesTakesNobodysAccount(boolean colleagueIsGone) {
        String domain = domainOf(globex);
        Vouched employee = vouched(domain);
        Switcher.on(employee.signIn()).skip();
        String name = "c" + UUID.randomUUID().toString().substring(0, 8);
        Switcher.on(person(name, name + "@" + domain).signIn(realm().app()))
                .page()
                .submit("#org-switcher-create", Map.of("name", "Of " + name, "allowColleagues", "on"));
        if (colleagueIsGone) {
            assertThat(realm().rest().delete("users/" + realm().userId(name)).status())
                    .isEqualTo(204);
        }

        byEmail(employee.address());

        assertThat(realm().resource()
                        .users()
                        .get(employee.id())
                        .toRepresentation()
                        .getEmail())
                .isEqualTo(employee.address());
        assertThat(Switcher.on(employee.elsewhere().signIn()).page().text())
                .as("what the colleague has created is offered now")
                .contains("Of " + name);
    }

    /** Whose mailbox it is gets an account of their own; the provider's has the address no longer. */
    @Test
    void ownerOfTheMailboxSharesNoAccountWithTheProvider() {
        Vouched stranger = vouched("acme.example");
        Switcher.on(stranger.signIn()).skip();
        String strangersId = stranger.id();

        Page asked = byEmail(stranger.address());
        Switcher switcher = Switcher.on(asked.submit("#org-switcher-email-fresh"));
        assertThat(switcher.offers()).containsExactly("acme", "acme-labs");
        switcher.join("acme");
        assertThat(realm().isMember(acme, strangersId)).isFalse();
        assertThat(realm().resource()
                        .users()
                        .get(strangersId)
                        .toRepresentation()
                        .getEmail())
                .isNull();
    }

    /** Who proves the mailbox and then enters the account, in one login, is the one and the other. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void employeeConfirmsTheOlderAccountByEnteringItInTheSameLogin(boolean verified) {
        String domain = domainOf(globex);
        allow(acme, domain);
        Vouched employee = vouched(domain);
        assertThat(Switcher.on(employee.signIn()).offers()).isEmpty();
        employee.change(user -> user.setEmailVerified(verified));

        Page asked = byEmail(employee.address());
        assertThat(asked.has("#org-switcher-email-stake")).as("%s", asked).isTrue();
        Page again = asked.submit("#org-switcher-email-older");
        Page in = OidcClient.fillLogin(again.click("#social-" + GLOBEX_PROVIDER), employee.name());

        assertThat(Switcher.on(in).offers()).containsExactly("acme");
        Switcher.on(in).join("acme");
        assertThat(realm().isMember(acme, employee.id())).isTrue();
        Page later = byEmail(employee.address());
        assertThat(later.has("#kc-login"))
                .as("the provider manages the account, and nothing more is asked about it: %s", later)
                .isTrue();
        assertThat(realm().resource()
                        .users()
                        .get(employee.id())
                        .toRepresentation()
                        .getEmail())
                .isEqualTo(employee.address());
    }

    /** To enter it by a link that the mailbox alone has made is not its own way. */
    @Test
    void mailboxAloneConfirmsNoOlderAccount() {
        Vouched stranger = vouched("acme.example");
        Switcher.on(stranger.signIn()).skip();

        Page again = byEmail(stranger.address()).submit("#org-switcher-email-older");
        Page linking = OidcClient.fillLogin(again.click("#social-" + TestRealm.SOCIAL), stranger.name());
        int before = server().mailbox().mailsTo(stranger.address()).size();
        Page confirmed = linking.submit("#linkAccount");
        assertThat(confirmed.status()).isEqualTo(200);
        Page in = confirmed
                .agent()
                .open(server().mailbox()
                        .awaitMailTo(stranger.address(), before)
                        .links()
                        .get(0));

        assertThat(realm().resource().users().get(stranger.id()).getFederatedIdentity())
                .as("%s", in)
                .hasSize(2);
        assertThat(Switcher.on(stranger.elsewhere().signIn()).offers()).isEmpty();
    }

    /** Linking is not registering: what counted before goes on to count. */
    @Test
    void linkingTakesNothingFromAnAddressThatCounted() {
        String name = "l" + UUID.randomUUID().toString().substring(0, 8);
        String address = name + "@acme.example";
        String id = realm().user(name, address);
        realm().socialUser(name, address, true);
        OidcClient app = realm().app();
        UserAgent agent = UserAgent.on(server());
        Page linking = app.signInBy(GLOBEX_PROVIDER, agent, name, ORGANIZATION);
        Page confirmed = linking.submit("#linkAccount");
        Page mailed = agent.open(server().mailbox().awaitMailTo(address).links().get(0));
        assertThat(confirmed.status()).isEqualTo(200);

        assertThat(realm().resource().users().get(id).getFederatedIdentity()).hasSize(1);
        assertThat(Switcher.on(mailed).offers()).containsExactly("acme", "acme-labs");
    }

    private Page byEmail(String address) {
        realm().bindBrowserFlow("passwordless");
        Page page = realm().app().authorize(UserAgent.on(server()), ORGANIZATION);
        return EmailSignIn.byCode(page, server().mailbox(), address);
    }

    /** A domain that this organization alone allows. */
    private String domainOf(String organization) {
        String domain = "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        allow(organization, domain);
        return domain;
    }

    private void allow(String organization, String domain) {
        RestResponse added = realm().rest()
                .post("org-switcher/organizations/" + organization + "/domains", Map.of("domain", domain));
        assertThat(added.status()).as("%s", added).isEqualTo(201);
    }

    /** Keycloak's mark of a domain that the organization has proven. */
    private void mark(String organization, String domain) {
        OrganizationRepresentation proving =
                realm().resource().organizations().get(organization).toRepresentation();
        OrganizationDomainRepresentation proven = new OrganizationDomainRepresentation(domain);
        proven.setVerified(true);
        proving.addDomain(proven);
        assertThat(realm().rest().put("organizations/" + organization, proving).status())
                .isEqualTo(204);
    }

    private List<String> preview(Vouched person) {
        JsonNode preview = realm().rest()
                .get("org-switcher/preview?signInKind=PASSWORD&email=" + person.address())
                .json();
        assertThat(preview.path("user").path("id").asText()).isEqualTo(person.id());
        return preview.path("candidates").findValuesAsText("verdict");
    }

    private void joinMode(String mode) {
        assertThat(realm().rest()
                        .put("org-switcher/organizations/" + acme + "/policy", Map.of("joinMode", mode))
                        .status())
                .isEqualTo(204);
    }

    /** Somebody of whom Globex's provider says that this address is theirs. */
    private Vouched vouched(String domain) {
        return vouched(domain, GLOBEX_PROVIDER);
    }

    private Vouched vouched(String domain, String provider) {
        String name = "v" + UUID.randomUUID().toString().substring(0, 8);
        realm().socialUser(name, name + "@" + domain, true);
        return new Vouched(name, domain, provider, UserAgent.on(server()));
    }

    private final class Vouched {

        private final String name;
        private final String domain;
        private final String provider;
        private final UserAgent agent;

        Vouched(String name, String domain, String provider, UserAgent agent) {
            this.name = name;
            this.domain = domain;
            this.provider = provider;
            this.agent = agent;
        }

        String name() {
            return name;
        }

        String address() {
            return name + "@" + domain;
        }

        String id() {
            return realm().userId(name);
        }

        Vouched elsewhere() {
            return new Vouched(name, domain, provider, UserAgent.on(server()));
        }

        Page signIn() {
            return signIn(Map.of());
        }

        Page signIn(Map<String, String> extra) {
            Map<String, String> parameters = new LinkedHashMap<>(ORGANIZATION);
            parameters.put("prompt", "select_account");
            parameters.putAll(extra);
            return realm().app().signInBy(provider, agent, name, parameters);
        }

        void setPassword() {
            CredentialRepresentation password = new CredentialRepresentation();
            password.setType(CredentialRepresentation.PASSWORD);
            password.setValue(TestRealm.PASSWORD);
            realm().resource().users().get(id()).resetPassword(password);
        }

        Page byPassword() {
            return byPassword(Map.of("prompt", "select_account"));
        }

        Page byPassword(Map<String, String> extra) {
            Map<String, String> parameters = new LinkedHashMap<>(ORGANIZATION);
            parameters.putAll(extra);
            return OidcClient.fillLogin(realm().app().authorize(UserAgent.on(server()), parameters), name);
        }

        /** By the link of Keycloak's mail for forgotten passwords. */
        Switcher byReset() {
            UserAgent browser = UserAgent.on(server());
            Map<String, String> parameters = new LinkedHashMap<>(ORGANIZATION);
            parameters.put("prompt", "select_account");
            Page start = realm().app().authorize(browser, parameters);
            Page password = start.has("#password") ? start : start.submit("#kc-login", Map.of("username", name));
            Page reset = password.click("a[href*=reset-credentials]");
            if (reset.has("[name=username]")) {
                reset.submit("[type=submit]", Map.of("username", name));
            }
            Page update = browser.open(
                    server().mailbox().awaitMailTo(address()).links().get(0));
            return Switcher.on(update.submit(
                    "[type=submit]",
                    Map.of("password-new", TestRealm.PASSWORD, "password-confirm", TestRealm.PASSWORD)));
        }

        /** What an administrator changes of the account, and no more. */
        void change(java.util.function.Consumer<UserRepresentation> change) {
            UserRepresentation user = realm().resource().users().get(id()).toRepresentation();
            change.accept(user);
            realm().resource().users().get(id()).update(user);
        }

        /** What the provider says from now on. */
        void rename(String address) {
            String there = realm().socialResource()
                    .users()
                    .searchByUsername(name, true)
                    .get(0)
                    .getId();
            UserRepresentation user =
                    realm().socialResource().users().get(there).toRepresentation();
            user.setEmail(address);
            realm().socialResource().users().get(there).update(user);
        }
    }
}
