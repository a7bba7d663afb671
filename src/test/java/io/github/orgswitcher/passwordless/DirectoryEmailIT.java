package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Directory;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Email sign-in of people of an LDAP directory, in each way that Keycloak can use one, while it answers and while it does not. */
class DirectoryEmailIT extends EmailSignInSuite {

    private final Directory directory = Directory.start();

    @BeforeAll
    void serve() {
        directory.serveInAllWays(realm());
    }

    @AfterAll
    void closeDirectory() {
        directory.close();
    }

    @ParameterizedTest
    @CsvSource({"READ_ONLY, true", "READ_ONLY, false", "WRITABLE, true", "WRITABLE, false", "UNSYNCED, true"})
    void addressThatNobodyHasProvenSignsIn(String mode, boolean imported) {
        String address = newAddress();
        person(mode, imported, address);
        for (int i = 0; i < 2; i++) {
            OidcClient app = realm().app();
            Page end = finish(byEmail(app, address));
            assertThat(app.tokens(end).accessClaims().path("preferred_username").asText())
                    .as("%s, import %s, login %s", mode, imported, i)
                    .isEqualTo(username(address));
        }
        assertThat(realm().resource().users().searchByEmail(address, true))
                .singleElement()
                .satisfies(user -> assertThat(user.isEmailVerified()).isEqualTo(imported));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyIsMadeWhileADirectoryIsSilent(boolean imported) {
        String address = newAddress();
        person("READ_ONLY", imported, address);
        String stranger = newAddress();
        directory.down();
        try {
            for (String each : List.of(address, stranger)) {
                Page refused = byEmail(realm().app(), each);
                assertThat(addressError(refused)).contains("directory").contains("Try again later");
            }
        } finally {
            directory.up();
        }
        assertThat(events("org_switcher_storage_unavailable")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(userExists(stranger)).isFalse();
        assertThat(realm().resource().users().searchByEmail(address, true)).hasSizeLessThan(2);

        OidcClient app = realm().app();
        Page end = finish(password(app, username(address)));
        assertThat(app.tokens(end).accessClaims().path("email").asText()).isEqualTo(address);
        OidcClient later = realm().app();
        assertThat(later.tokens(finish(byEmail(later, address)))
                        .accessClaims()
                        .path("preferred_username")
                        .asText())
                .isEqualTo(username(address));
        OidcClient fresh = realm().app();
        assertThat(fresh.tokens(finish(byEmail(fresh, stranger)))
                        .accessClaims()
                        .path("email")
                        .asText())
                .isEqualTo(stranger);
    }

    @Test
    void whoWasImportedIsToldWhileTheDirectoryIsSilent() {
        String address = newAddress();
        person("READ_ONLY", true, address);
        OidcClient before = realm().app();
        before.tokens(finish(byEmail(before, address)));
        directory.down();
        try {
            assertThat(addressError(byEmail(realm().app(), address))).contains("Try again later");
        } finally {
            directory.up();
        }
        OidcClient after = realm().app();
        after.tokens(finish(byEmail(after, address)));
    }

    @Test
    void localPeopleSignInWhileADirectoryIsSilent() {
        String address = newAddress();
        String id = member(address);
        directory.down();
        try {
            OidcClient app = realm().app();
            assertThat(app.tokens(finish(byEmail(app, address)))
                            .accessClaims()
                            .path("sub")
                            .asText())
                    .isEqualTo(id);
        } finally {
            directory.up();
        }
    }

    @Test
    void accountIsNotSetAsideWhileADirectoryIsSilent() {
        String address = newAddress();
        String id = member(address);
        var user = realm().resource().users().get(id).toRepresentation();
        user.setEmailVerified(false);
        realm().resource().users().get(id).update(user);
        directory.down();
        try {
            assertThat(addressError(byEmail(realm().app(), address))).contains("Try again later");
        } finally {
            directory.up();
        }
        assertThat(realm().resource().users().get(id).toRepresentation().getEmail())
                .isEqualTo(address);
    }

    /** A person may write another address, beside the directory or into it; that is not the directory's word. */
    @ParameterizedTest
    @ValueSource(strings = {"UNSYNCED", "WRITABLE"})
    void addressThatSomebodyHasTypedIsNotTheDirectorys(String mode) {
        String own = newAddress();
        String another = newAddress();
        person(mode, true, own);
        OidcClient app = realm().app();
        Tokens tokens = app.tokens(finish(password(app, username(own))));
        String id = realm().userId(username(own));
        UserRepresentation person = realm().resource().users().get(id).toRepresentation();
        assertThat(realm().userRest(tokens.accessToken())
                        .post(
                                "account",
                                Map.of(
                                        "username", person.getUsername(),
                                        "firstName", person.getFirstName(),
                                        "lastName", person.getLastName(),
                                        "email", another))
                        .status())
                .isEqualTo(204);

        OidcClient owners = realm().app();
        Page arrived = byEmail(owners, another);

        if (mode.equals("WRITABLE")) {
            assertThat(arrived.text()).as("what stands in the directory").contains("has never confirmed it");
            return;
        }
        assertThat(owners.tokens(finish(arrived)).idClaims().path("sub").asText())
                .isNotEqualTo(id);
        assertThat(realm().resource().users().get(id).toRepresentation().getEmail())
                .isNotEqualTo(another);
    }

    /** Keycloak makes new accounts in a directory that takes them: what the directory then says is what a stranger has typed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void addressThatSomebodyHasRegisteredWithIsNotTheDirectorys(boolean imported) {
        String storage = directory.serve(
                realm(), "registered-" + imported, "WRITABLE", imported, Map.of("syncRegistrations", "true"));
        try {
            String address = newAddress();
            register(address);
            assertThat(realm().resource().users().searchByEmail(address, true))
                    .singleElement()
                    .satisfies(user -> assertThat(user.getFederationLink() + user.getId())
                            .as("the stranger's account is the directory's")
                            .contains(storage));

            assertNotTheDirectorys(address);
            set(storage, "syncRegistrations", "false");
            assertNotTheDirectorys(address);
        } finally {
            realm().resource().components().removeComponent(storage);
        }
    }

    /** Whoever is there already cannot be told from who has registered. */
    @Test
    void directoryThatTakesRegistrationsVouchesForNobody() {
        String storage = directory.serve(realm(), "taking", "WRITABLE", true, Map.of("syncRegistrations", "true"));
        try {
            String address = newAddress();
            directory.person("taking", username(address), address);
            assertNotTheDirectorys(address);
            set(storage, "syncRegistrations", "false");
            OidcClient app = realm().app();
            app.tokens(finish(byEmail(app, address)));
        } finally {
            realm().resource().components().removeComponent(storage);
        }
    }

    /** With the sync mode FORCE Keycloak writes what a provider says into the directory, whether it is trusted with that or not. */
    @Test
    void addressThatAProviderHasWrittenIsNotTheDirectorys() {
        String own = newAddress();
        String another = newAddress();
        String social = "social-" + username(own);
        person("WRITABLE", true, own);
        OidcClient app = realm().app();
        app.tokens(finish(password(app, username(own))));
        var person = realm().resource().users().get(realm().userId(username(own)));
        String socialId = realm().socialUser(social, another, false);
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setUserId(socialId);
        link.setUserName(social);
        person.addFederatedIdentity(TestRealm.SOCIAL, link).close();
        provider(false, "FORCE");
        try {
            finish(realm().app().signInSocially(browser(), social, Map.of()));
            assertThat(person.toRepresentation().getEmail()).isEqualTo(another);

            assertNotTheDirectorys(another);
            person.removeFederatedIdentity(TestRealm.SOCIAL);
            assertNotTheDirectorys(another);
        } finally {
            provider(true, "IMPORT");
        }
    }

    /** Keycloak has the person in its cache, where nothing shows that the directory is silent. */
    @Test
    void whomKeycloakHasInItsCacheIsNotSetAsideWhileTheDirectoryIsSilent() {
        String storage = directory.serve(realm(), "cached", "UNSYNCED", true, Map.of("cachePolicy", "DEFAULT"));
        try {
            String address = newAddress();
            directory.person("cached", username(address), address);
            OidcClient app = realm().app();
            app.tokens(finish(password(app, username(address))));
            directory.down();
            try {
                assertThat(addressError(byEmail(realm().app(), address))).contains("Try again later");
            } finally {
                directory.up();
            }
            assertThat(realm().resource().users().searchByEmail(address, true)).hasSize(1);
        } finally {
            realm().resource().components().removeComponent(storage);
        }
    }

    /** It takes the question and says nothing, of which Keycloak makes another exception than of a closed door. */
    @Test
    void nobodyIsMadeWhileADirectoryIsMute() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String storage = directory.serve(
                    realm(),
                    "mute",
                    "READ_ONLY",
                    true,
                    Map.of("connectionUrl", "ldap://127.0.0.1:" + mute.getLocalPort(), "readTimeout", "200"));
            try {
                String address = newAddress();
                assertThat(addressError(byEmail(realm().app(), address))).contains("Try again later");
                assertThat(userExists(address)).isFalse();
            } finally {
                realm().resource().components().removeComponent(storage);
            }
        }
    }

    /** Of an UNSYNCED directory Keycloak keeps the changed password, and the directory still has the older one. */
    @Test
    void passwordThatKeycloakKeepsStaysInPlaceOfTheDirectorys() {
        String address = newAddress();
        person("UNSYNCED", true, address);
        String id = realm().userId(username(address));
        CredentialRepresentation changed = new CredentialRepresentation();
        changed.setType(CredentialRepresentation.PASSWORD);
        changed.setValue("changed-horse-2");
        changed.setTemporary(false);
        realm().resource().users().get(id).resetPassword(changed);

        OidcClient app = realm().app();
        app.tokens(finish(byEmail(app, address)));

        assertThat(password(realm().app(), username(address), TestRealm.PASSWORD)
                        .left())
                .as("the directory's older password")
                .isFalse();
        OidcClient again = realm().app();
        again.tokens(finish(password(again, username(address), "changed-horse-2")));
    }

    private void register(String address) {
        String registrations =
                realm().app().authorizationUri(Map.of()).toString().replace("/auth?", "/registrations?");
        browser()
                .open(URI.create(registrations))
                .submit(
                        "#kc-register-form [type=submit]",
                        Map.of(
                                "username",
                                username(address),
                                "email",
                                address,
                                "firstName",
                                "Some",
                                "lastName",
                                "Body",
                                "password",
                                TestRealm.PASSWORD,
                                "password-confirm",
                                TestRealm.PASSWORD));
    }

    private void assertNotTheDirectorys(String address) {
        assertThat(addressError(byEmail(realm().app(), address))).contains("has never confirmed it");
        assertThat(realm().resource().users().searchByEmail(address, true))
                .singleElement()
                .satisfies(user -> assertThat(user.isEmailVerified()).isFalse());
    }

    private void set(String storage, String setting, String value) {
        var component = realm().resource().components().component(storage);
        ComponentRepresentation representation = component.toRepresentation();
        representation.getConfig().putSingle(setting, value);
        component.update(representation);
    }

    private void provider(boolean trusted, String syncMode) {
        var social = realm().resource().identityProviders().get(TestRealm.SOCIAL);
        IdentityProviderRepresentation provider = social.toRepresentation();
        provider.setTrustEmail(trusted);
        provider.getConfig().put("syncMode", syncMode);
        provider.getConfig().put("clientSecret", "secret");
        social.update(provider);
    }

    private void person(String mode, boolean imported, String address) {
        directory.person(Directory.branch(mode, imported), username(address), address);
    }

    private static String username(String address) {
        return address.substring(0, address.indexOf('@'));
    }

    private Page byEmail(OidcClient app, String address) {
        int before = server().mailbox().mailsTo(address).size();
        Page sent = send(start(app, browser(), Map.of()), address);
        assertThat(isCodePage(sent)).as("%s", sent).isTrue();
        return enter(sent, code(server().mailbox().awaitMailTo(address, before)));
    }

    private Page password(OidcClient app, String username) {
        return password(app, username, TestRealm.PASSWORD);
    }

    private Page password(OidcClient app, String username, String password) {
        return start(app, browser(), Map.of())
                .submit("noscript button[name=authenticationExecution]")
                .submit("#kc-login", Map.of("username", username, "password", password));
    }
}
