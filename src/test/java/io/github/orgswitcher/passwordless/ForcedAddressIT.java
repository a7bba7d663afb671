package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** A provider that lets people type an address, and that Keycloak takes the address from at every login. */
final class ForcedAddressIT extends SetAsideSuite {

    @Override
    protected TestRealm createRealm() {
        return TestRealm.on(server(), false);
    }

    @BeforeAll
    void forceTheProvidersWord() {
        IdentityProviderRepresentation provider =
                realm().resource().identityProviders().get(TestRealm.SOCIAL).toRepresentation();
        provider.getConfig().put("syncMode", "FORCE");
        provider.getConfig().put("clientSecret", "secret");
        realm().resource().identityProviders().get(TestRealm.SOCIAL).update(provider);
        IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
        mapper.setName("authority");
        mapper.setIdentityProviderAlias(TestRealm.SOCIAL);
        mapper.setIdentityProviderMapper("org-switcher-email-authority");
        mapper.setConfig(Map.of());
        realm().resource()
                .identityProviders()
                .get(TestRealm.SOCIAL)
                .addMapper(mapper)
                .close();
    }

    @Test
    void whoWasSetAsideStillSignsInByTheProvider() {
        assertBothSignIn(newAddress());
    }

    @Test
    void addressDoesNotComeBackWhereAddressesMayBeDouble() {
        change(realm -> {
            realm.setLoginWithEmailAllowed(false);
            realm.setDuplicateEmailsAllowed(true);
        });
        try {
            assertBothSignIn(newAddress());
        } finally {
            change(realm -> {
                realm.setDuplicateEmailsAllowed(false);
                realm.setLoginWithEmailAllowed(true);
            });
        }
    }

    @Test
    void otherAddressesAreTakenAsBefore() {
        String address = newAddress();
        String name = name(address);
        String socialId = realm().socialUser(name, address, false);
        String id = signInSocially(browser(), name);
        String other = newAddress();
        var user = realm().socialResource().users().get(socialId).toRepresentation();
        user.setEmail(other);
        realm().socialResource().users().get(socialId).update(user);

        assertThat(signInSocially(browser(), name)).isEqualTo(id);

        assertThat(account(id).toRepresentation().getEmail()).isEqualTo(other);
    }

    private void assertBothSignIn(String address) {
        String name = name(address);
        realm().socialUser(name, address, false);
        String older = signInSocially(browser(), name);

        String owner = prove(address);

        assertThat(owner).isNotEqualTo(older);
        assertThat(signInSocially(browser(), name)).isEqualTo(older);
        assertThat(account(older).toRepresentation().getEmail()).isNotEqualTo(address);
        assertThat(prove(address)).as("the owner is not locked out").isEqualTo(owner);
        assertThat(userIds(address)).containsExactly(owner);
    }

    private static String name(String address) {
        return "social-" + address.substring(0, address.indexOf('@'));
    }

    private String signInSocially(UserAgent browser, String name) {
        OidcClient app = realm().app();
        Page page = app.signInSocially(browser, name, Map.of("scope", "openid organization"));
        return subject(app, finish(withAddress(page)));
    }

    /** Keycloak asks whoever has no address for one, which need not be answered with the lost one. */
    private static Page withAddress(Page page) {
        return page.has("#kc-update-profile-form #email")
                ? page.submit(
                        "#kc-update-profile-form [type=submit]",
                        Map.of("email", newAddress(), "firstName", "Some", "lastName", "Body"))
                : page;
    }
}
