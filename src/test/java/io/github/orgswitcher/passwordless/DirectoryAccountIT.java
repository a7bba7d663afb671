package io.github.orgswitcher.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.testing.OidcClient;
import io.github.orgswitcher.testing.Page;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Accounts that come from a directory, which does not answer at the moment, so that nothing can be written to them. */
final class DirectoryAccountIT extends SetAsideSuite {

    private String directory = "";

    @BeforeAll
    void addDirectory() {
        ComponentRepresentation ldap = new ComponentRepresentation();
        ldap.setName("directory");
        ldap.setProviderId("ldap");
        ldap.setProviderType("org.keycloak.storage.UserStorageProvider");
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        Map.ofEntries(
                        Map.entry("enabled", "true"),
                        Map.entry("importEnabled", "true"),
                        Map.entry("editMode", "READ_ONLY"),
                        Map.entry("vendor", "other"),
                        Map.entry("connectionUrl", "ldap://127.0.0.1:9"),
                        Map.entry("connectionTimeout", "500"),
                        Map.entry("usersDn", "ou=people,dc=example"),
                        Map.entry("authType", "none"),
                        Map.entry("usernameLDAPAttribute", "uid"),
                        Map.entry("rdnLDAPAttribute", "uid"),
                        Map.entry("uuidLDAPAttribute", "entryUUID"),
                        Map.entry("userObjectClasses", "inetOrgPerson"))
                .forEach(config::putSingle);
        ldap.setConfig(config);
        directory =
                CreatedResponseUtil.getCreatedId(realm().resource().components().add(ldap));
    }

    @Test
    void accountKeepsAllAndIsSignedInTo() {
        String address = newAddress();
        UserRepresentation user = new UserRepresentation();
        user.setUsername("dir-" + address.substring(0, address.indexOf('@')));
        user.setEmail(address);
        user.setFirstName("Dora");
        user.setLastName("Directory");
        user.setEnabled(true);
        user.setFederationLink(directory);
        user.setCredentials(List.of(passwordCredential()));
        PartialImportRepresentation people = new PartialImportRepresentation();
        people.setUsers(List.of(user));
        people.setIfResourceExists("FAIL");
        try (Response imported = realm().resource().partialImport(people)) {
            assertThat(imported.getStatus())
                    .as("%s", imported.readEntity(String.class))
                    .isEqualTo(200);
        }
        String id = userIds(address).get(0);
        OidcClient app = realm().app();

        Page end = enter(send(start(app, browser(), Map.of()), address), code(address));

        assertThat(subject(app, finish(end))).isEqualTo(id);
        assertThat(userIds(address)).containsExactly(id);
        assertThat(account(id).toRepresentation().getEmail()).isEqualTo(address);
    }
}
