package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Somebody prepares an account for an address of others, and waits for the owner to verify it. */
final class FormerAccessIT extends EmailSignInSuite {

    @Test
    void whatAStrangerPreparedIsGoneOnceTheOwnerProvesTheAddress() {
        String address = newAddress();
        UserResource account = prepared(address, false);

        signIn(address);

        assertThat(account.toRepresentation().isEmailVerified()).isTrue();
        assertThat(account.credentials()).isEmpty();
        assertThat(account.getFederatedIdentity()).isEmpty();
        assertThat(account.getUserSessions()).as("the owner's alone").hasSize(1);
        assertThat(realm().events())
                .filteredOn(event ->
                        event.getDetails() != null && event.getDetails().containsKey("email_sign_in_former_access"))
                .isNotEmpty();
    }

    @Test
    void whoHadProvenTheAddressBeforeKeepsAll() {
        String address = newAddress();
        UserResource account = prepared(address, true);

        signIn(address);

        assertKept(account);
    }

    @Test
    void realmMayLetUnverifiedAccountsKeepAll() {
        useFlow("email-keeps", Map.of("keepUnverifiedAccess", "true"));
        try {
            String address = newAddress();
            UserResource account = prepared(address, false);

            signIn(address);

            assertThat(account.toRepresentation().isEmailVerified()).isTrue();
            assertKept(account);
        } finally {
            change(realm -> realm.setBrowserFlow(FLOW));
        }
    }

    private static void assertKept(UserResource account) {
        assertThat(account.credentials()).hasSize(1);
        assertThat(account.getFederatedIdentity()).hasSize(1);
        assertThat(account.getUserSessions()).hasSize(2);
    }

    /** An account with a password, a linked account and a session. */
    private UserResource prepared(String address, boolean verified) {
        UserResource account = realm().resource().users().get(member(address));
        UserRepresentation user = account.toRepresentation();
        user.setEmailVerified(verified);
        account.update(user);
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setUserId("stranger-" + address);
        link.setUserName("stranger");
        account.addFederatedIdentity(TestRealm.SOCIAL, link).close();
        realm().app().directGrant(user.getUsername());
        assertThat(account.getUserSessions()).hasSize(1);
        return account;
    }

    private void signIn(String address) {
        OidcClient app = realm().app();
        Page end = finish(enter(send(start(app, browser(), Map.of()), address), code(address)));
        assertThat(app.tokens(end).accessClaims().path("email").asText()).isEqualTo(address);
    }
}
