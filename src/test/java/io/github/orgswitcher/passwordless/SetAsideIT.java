package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgswitcher.testing.AtOnce;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What becomes of an account whose address nobody had proven, when the owner of the address proves it. */
final class SetAsideIT extends SetAsideSuite {

    @Test
    void ownerGetsAnAccountOfItsOwnAndTheOlderOneKeepsAllButTheAddress() {
        String address = newAddress();
        UserResource older = account(stranger(address));
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setUserId("stranger-" + address);
        link.setUserName("stranger");
        older.addFederatedIdentity(TestRealm.SOCIAL, link).close();
        OidcClient strangersApp = realm().app();
        String name = older.toRepresentation().getUsername();
        strangersApp.directGrant(name);
        strangersApp.tokenRequest(Map.of(
                "grant_type", "password", "username", name, "password", password(), "scope", "openid offline_access"));
        assertThat(older.getUserSessions()).isNotEmpty();

        String owner = prove(address);

        UserRepresentation kept = older.toRepresentation();
        assertThat(owner).isNotEqualTo(kept.getId());
        assertThat(kept.getEmail()).isNull();
        assertThat(kept.isEmailVerified()).isFalse();
        assertThat(kept.getUsername()).isEqualTo(name);
        assertThat(older.credentials()).hasSize(1);
        assertThat(older.getFederatedIdentity()).hasSize(1);
        assertThat(older.getUserSessions()).isEmpty();
        assertThat(realm().resource().users().get(kept.getId()).getOfflineSessions(clientId("app")))
                .isEmpty();
        UserRepresentation made = account(owner).toRepresentation();
        assertThat(made.getEmail()).isEqualTo(address);
        assertThat(made.isEmailVerified()).isTrue();
        assertThat(prove(address)).as("the same account from now on").isEqualTo(owner);
        assertThat(userIds(address)).containsExactly(owner);
    }

    /** An application may take its time over hearing of a logout, and strangers may be signed in to many. */
    @Test
    void addressIsTheOwnersWhileAnApplicationIsSlowToHearOfIt() throws IOException {
        String address = newAddress();
        UserResource older = account(stranger(address));
        String name = older.toRepresentation().getUsername();
        OidcClient strangersApp = realm().app2();
        strangersApp.tokens(finish(byPassword(
                start(strangersApp, browser(), Map.of()),
                older.toRepresentation().getId())));
        try (ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            slow.setSoTimeout(30_000);
            tellOfLogouts("http://127.0.0.1:" + slow.getLocalPort());
            AtOnce<String> owner = AtOnce.begin(List.<Supplier<String>>of(() -> prove(address)));
            try (Socket called = slow.accept()) {
                assertThat(called.isConnected()).isTrue();
                assertThat(older.toRepresentation().getEmail()).as(name).isNull();
            }
            assertThat(owner.answers())
                    .hasSize(1)
                    .doesNotContain(older.toRepresentation().getId());
        } finally {
            tellOfLogouts("");
        }
        assertThat(older.getUserSessions()).isEmpty();
    }

    /** Keycloak asks nobody to verify an address who has none. */
    @Test
    void whoHasLostTheAddressIsAskedForOneWhereAllHaveToVerifyTheirs() {
        RealmRepresentation realm = realm().resource().toRepresentation();
        realm.setVerifyEmail(true);
        realm().resource().update(realm);
        try {
            String address = newAddress();
            UserResource older = account(stranger(address));

            prove(address);

            assertThat(older.toRepresentation().getRequiredActions()).contains("UPDATE_PROFILE");
        } finally {
            realm.setVerifyEmail(false);
            realm().resource().update(realm);
        }
    }

    private void tellOfLogouts(String uri) {
        ClientResource client = realm().resource().clients().get(clientId(TestRealm.APP2));
        ClientRepresentation representation = client.toRepresentation();
        representation.getAttributes().put("backchannel.logout.url", uri);
        client.update(representation);
    }

    @Test
    void eventsOfBothNameEachOtherAndNoAddressBeyondTheNewAccounts() {
        String address = newAddress();
        String older = stranger(address);

        String owner = prove(address);

        List<EventRepresentation> events = realm().events().stream()
                .filter(event -> event.getDetails() != null
                        && "set_aside".equals(event.getDetails().get("org_switcher")))
                .filter(event -> List.of(older, owner).contains(event.getUserId()))
                .toList();
        assertThat(events)
                .extracting(EventRepresentation::getType, EventRepresentation::getUserId, event -> event.getDetails()
                        .get("org_switcher_account"))
                .containsExactlyInAnyOrder(tuple("UPDATE_EMAIL", older, owner), tuple("REGISTER", owner, older));
        assertThat(events.stream().filter(event -> event.getType().equals("UPDATE_EMAIL")))
                .allSatisfy(event -> assertThat(event.getDetails().values()).doesNotContain(address));
    }

    @Test
    void nameThatIsTheAddressGoesToo() {
        String address = newAddress();
        String older = stranger(address, address);

        String owner = prove(address);

        assertThat(account(older).toRepresentation().getUsername()).isEqualTo("set-aside-" + older);
        assertThat(account(owner).toRepresentation().getUsername()).isEqualTo(address);
    }

    @Test
    void provenAccountStaysItsOwners() {
        String address = newAddress();
        String id = member(address);

        assertThat(prove(address)).isEqualTo(id);
        assertThat(account(id).credentials()).hasSize(1);
    }

    @Test
    void accountOfAnAdministratorThatNobodyHasUsedIsVerifiedInPlace() {
        String address = newAddress();
        String id = untouched(address);
        realm().member(acme, id);
        UserRepresentation user = account(id).toRepresentation();
        user.setRequiredActions(List.of("VERIFY_EMAIL"));
        account(id).update(user);

        assertThat(prove(address)).as("with no second mail").isEqualTo(id);
        assertThat(account(id).toRepresentation().isEmailVerified()).isTrue();
        assertThat(realm().isMember(acme, id)).isTrue();
    }

    @Test
    void accountThatWasUsedOnceIsSetAsideThoughItsWaysInAreGone() {
        String address = newAddress();
        String id = untouched(address);
        UserResource account = account(id);
        account.resetPassword(passwordCredential());
        account.removeCredential(account.credentials().get(0).getId());

        assertThat(prove(address)).isNotEqualTo(id);
    }

    /** Keycloak removes the links of a provider's people with the provider, and tells nobody. */
    @Test
    void accountThatWasMadeWithALinkIsSetAsideThoughItsProviderIsGone() {
        String address = newAddress();
        String alias = "gone" + address.substring(0, address.indexOf('@')).replaceAll("[^a-z0-9]", "");
        IdentityProviderRepresentation provider =
                realm().resource().identityProviders().get(TestRealm.SOCIAL).toRepresentation();
        provider.setInternalId(null);
        provider.setAlias(alias);
        realm().resource().identityProviders().create(provider).close();
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(alias);
        link.setUserId("stranger-" + address);
        link.setUserName("stranger");
        UserRepresentation user = new UserRepresentation();
        user.setUsername(alias);
        user.setEmail(address);
        user.setEnabled(true);
        user.setFederatedIdentities(List.of(link));
        String id = CreatedResponseUtil.getCreatedId(realm().resource().users().create(user));

        realm().resource().identityProviders().get(alias).remove();

        assertThat(account(id).getFederatedIdentity()).isEmpty();
        assertThat(prove(address)).isNotEqualTo(id);
    }

    @Test
    void personIsAskedFirstWhereSomethingIsAtStake() {
        String address = newAddress();
        String id = stranger(address);
        realm().member(acme, id);
        OidcClient app = realm().app();

        Page asked = enter(send(start(app, browser(), Map.of()), address), code(address));

        assertThat(asked.has("#org-switcher-email-stake")).as("%s", asked).isTrue();
        assertThat(account(id).toRepresentation().getEmail()).as("nothing yet").isEqualTo(address);
        assertThat(isAddressPage(asked.submit("#org-switcher-email-older")))
                .as("begins anew")
                .isTrue();

        OidcClient again = realm().app();
        Page page = enter(send(start(again, browser(), Map.of()), address), latestCode(address, 1));
        Page end = finish(page.submit("#org-switcher-email-fresh"));

        assertThat(subject(again, end)).isNotEqualTo(id);
        assertThat(account(id).toRepresentation().getEmail()).isNull();
        assertThat(realm().isMember(acme, id)).isTrue();
    }

    @Test
    void nobodyIsSetAsideWhereNoAccountMayBeMade() {
        change(realm -> realm.setRegistrationAllowed(false));
        try {
            String address = newAddress();
            String id = stranger(address);

            Page page = enter(send(start(browser()), address), code(address));

            assertThat(addressError(page)).contains("never confirmed");
            assertThat(account(id).toRepresentation().getEmail()).isEqualTo(address);
            assertThat(events("email_sign_in_unconfirmed")).isNotEmpty();
        } finally {
            change(realm -> realm.setRegistrationAllowed(true));
        }
    }

    @Test
    void administratorSeesBothAccounts() {
        String address = newAddress();
        String older = stranger(address);
        String owner = prove(address);

        JsonNode listed = realm().rest()
                .get("org-switcher/people/set-aside?search=" + address)
                .json();

        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("account").path("id").asText()).isEqualTo(older);
        assertThat(listed.get(0).path("ownerId").asText()).isEqualTo(owner);
        assertThat(listed.get(0).path("owner").path("email").asText()).isEqualTo(address);
        assertThat(listed.get(0).path("setAsideAt").asLong()).isPositive();
        assertThat(realm().rest()
                        .get("org-switcher/people/set-aside?max=1&first=100000")
                        .json())
                .isEmpty();
    }

    @Test
    void mailSaysToAllWhatItOpens() {
        String known = newAddress();
        member(known);
        String unknown = newAddress();
        send(start(browser()), known);
        send(start(browser()), unknown);

        assertThat(mail(known).text()).contains("opens the account that has confirmed this address");
        assertThat(mail(unknown).text()).contains("opens the account that has confirmed this address");
    }
}
