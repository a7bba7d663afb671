package io.github.orgswitcher.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgswitcher.declared.DeclaredPolicy;
import io.github.orgswitcher.testing.KeycloakSuite;
import io.github.orgswitcher.testing.Rows;
import io.github.orgswitcher.testing.TestRealm;
import io.github.orgswitcher.testing.UserAgent;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** What is removed in Keycloak leaves no row behind. */
class CleanUpIT extends KeycloakSuite {

    private final Rows rows = new Rows(server().sql());
    private String realmId = "";

    @BeforeAll
    void readRealm() {
        realmId = realm().resource().toRepresentation().getId();
    }

    @Test
    void removedRealm() {
        TestRealm gone = TestRealm.on(server());
        String goneId = gone.resource().toRepresentation().getId();
        String organization = organization(gone);
        rows.addJoined(goneId, organization, gone.user("alice", "alice@acme.example"));
        assertThat(rows.where("REALM_ID", goneId).values()).containsExactly(2, 0, 1, 1, 1, 1, 1, 0);
        gone.close();
        assertThat(rows.where("REALM_ID", goneId).values()).containsOnly(0);
        assertThat(rows.where("ORG_ID", organization).values()).containsOnly(0);
    }

    @Test
    void removedOrganization() {
        String gone = organization(realm());
        String stays = organization(realm());
        String user = realm().user("olga", "olga@acme.example");
        realm().member(gone, user);
        rows.addJoined(realmId, gone, user);
        realm().resource().organizations().get(gone).delete().close();
        assertThat(rows.where("ORG_ID", gone).values()).containsOnly(0);
        assertThat(rows.where("ORG_ID", stays).values()).containsExactly(2, 0, 0, 1, 0, 0);
    }

    @Test
    void removedUser() {
        String organization = organization(realm());
        String user = realm().user("ursula", "ursula@acme.example");
        realm().member(organization, user);
        rows.addJoined(realmId, organization, user);
        realm().resource().users().delete(user).close();
        assertThat(rows.where("USER_ID", user).values()).containsOnly(0);
        assertThat(rows.where("ORG_ID", organization).values()).containsExactly(2, 0, 0, 1, 0, 0);
    }

    @Test
    void usersThatTheRemovedOrganizationManaged() {
        realm().socialUser("maria", "maria@managed.example", true);
        String managing = managingOrganization();
        String other = organization(realm());
        realm().app().signInSocially(UserAgent.on(server()), "maria");
        String user = realm().userId("maria");
        rows.addJoined(realmId, managing, user);
        rows.addJoined(realmId, other, user);
        realm().resource().organizations().get(managing).delete().close();
        assertThat(realm().resource().users().searchByUsername("maria", true)).isEmpty();
        assertThat(rows.where("USER_ID", user).values()).containsOnly(0);
    }

    @Test
    void usersOfARemovedStorageProvider() {
        ComponentRepresentation provider = new ComponentRepresentation();
        provider.setName("directory");
        provider.setProviderId("ldap");
        provider.setProviderType("org.keycloak.storage.UserStorageProvider");
        provider.setConfig(new MultivaluedHashMap<>(Map.of(
                "vendor", List.of("other"),
                "connectionUrl", List.of("ldap://127.0.0.1:1"),
                "usersDn", List.of("dc=example"),
                "editMode", List.of("READ_ONLY"),
                "authType", List.of("none"),
                "usernameLDAPAttribute", List.of("uid"),
                "rdnLDAPAttribute", List.of("uid"),
                "uuidLDAPAttribute", List.of("entryUUID"),
                "userObjectClasses", List.of("person"),
                "enabled", List.of("false"))));
        String component;
        try (Response response = realm().resource().components().add(provider)) {
            component = CreatedResponseUtil.getCreatedId(response);
        }
        String organization = organization(realm());
        String external = "f:" + component + ":someone";
        String imported = UUID.randomUUID().toString();
        String ofAnother = "f:" + UUID.randomUUID() + ":someone";
        String local = realm().user("lena", "lena@acme.example");
        for (String user : List.of(external, imported, ofAnother, local)) {
            rows.addJoined(realmId, organization, user);
        }
        realm().resource().components().component(component).remove();
        assertThat(rows.where("USER_ID", external).values()).containsOnly(0);
        assertThat(rows.where("USER_ID", imported).values()).containsOnly(0);
        assertThat(rows.where("USER_ID", ofAnother).values()).containsOnly(1);
        assertThat(rows.where("USER_ID", local).values()).containsOnly(1);
    }

    @Test
    void whoLeavesIsRecordedAsGone() {
        String organization = organization(realm());
        String recorded = realm().user("rita", "rita@acme.example");
        String unrecorded = realm().user("uwe", "uwe@acme.example");
        for (String user : List.of(recorded, unrecorded)) {
            realm().member(organization, user);
        }
        rows.addJoined(realmId, organization, recorded);
        for (String user : List.of(recorded, unrecorded)) {
            realm().resource()
                    .organizations()
                    .get(organization)
                    .members()
                    .member(user)
                    .delete()
                    .close();
        }
        assertThat(rows.enrollmentStatus(organization, recorded)).isEqualTo("LEFT");
        assertThat(rows.enrollmentStatus(organization, unrecorded)).isEqualTo("LEFT");
    }

    @Test
    void whoLeavesAnOrganizationWithNoPolicyLeavesNoRecord() {
        String organization = realm().organization("plain", "plain", Map.of());
        String user = realm().user("vera", "vera@acme.example");
        realm().member(organization, user);
        realm().resource()
                .organizations()
                .get(organization)
                .members()
                .member(user)
                .delete()
                .close();
        assertThat(rows.where("USER_ID", user)).containsEntry("ORGSW_ENROLLMENT", 0);
    }

    /** With one allowed domain of either owner. */
    private static String organization(TestRealm realm) {
        String name = "org-" + UUID.randomUUID().toString().substring(0, 8);
        String id =
                realm.organization(name, name, Map.of(DeclaredPolicy.ALLOWED_DOMAINS, List.of("attribute.example")));
        assertThat(realm.rest()
                        .post("org-switcher/organizations/" + id + "/domains", Map.of("domain", "api.example"))
                        .status())
                .isEqualTo(201);
        return id;
    }

    /** Everyone who comes through its identity provider is a managed member. */
    private String managingOrganization() {
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName("Managing");
        organization.setAlias("managing");
        organization.addDomain(new OrganizationDomainRepresentation("managed.example"));
        try (var response = realm().resource().organizations().create(organization)) {
            String id = response.getLocation().getPath().replaceAll(".*/", "");
            realm().resource()
                    .organizations()
                    .get(id)
                    .identityProviders()
                    .addIdentityProvider(TestRealm.SOCIAL)
                    .close();
            IdentityProviderRepresentation provider =
                    realm().resource().identityProviders().get(TestRealm.SOCIAL).toRepresentation();
            provider.getConfig().put("kc.org.domain", "managed.example");
            realm().resource().identityProviders().get(TestRealm.SOCIAL).update(provider);
            return id;
        }
    }
}
