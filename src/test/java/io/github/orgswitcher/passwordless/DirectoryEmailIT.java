package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.Directory;
import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.CredentialRepresentation;
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
